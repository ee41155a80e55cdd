package dev.batchwright.samples.everykind.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeatherTest {

    private static final int STATIONS = 4;
    private static final int MINUTES = 500;
    private static final int LIVE = 100;
    private static final List<String> NAMES = List.of("Aberg", "Bree", "Cairn", "Dune", "Esk");

    @TempDir
    private Path folder;

    @Test
    void drawsTheUnionInTheOrderOfItsFlows() {
        run("cache", 2);

        try (WeatherCache cache = WeatherCache.open(folder.resolve("cache"))) {
            List<Reading> readings = cache.correctReading().stream().toList();
            List<Reading> live = readings.subList(readings.size() - 99, readings.size());
            assertThat(readings).hasSize(faultless(0, STATIONS * MINUTES) + faultless(LIVE, 2 * LIVE));
            assertThat(live).extracting(Reading::station).containsOnly(1);
            assertThat(live).extracting(Reading::minute).isSorted().last().isEqualTo(99L);
        }
    }

    @Test
    void joinsTheBranchesOfTheSameReadingRowByRow() {
        RunReport report = run("cache", 2);

        assertThat(report.step("write-bulletin").rowsOut())
                .isEqualTo(report.step("correct-reading").rowsOut())
                .isEqualTo(report.step("name-condition").rowsOut());
        try (WeatherCache cache = WeatherCache.open(folder.resolve("cache"))) {
            List<Reading> readings = cache.correctReading().stream().toList();
            List<NamedCondition> conditions = cache.nameCondition().stream().toList();
            assertThat(IntStream.range(0, readings.size()))
                    .allMatch(row -> (conditions.get(row).condition() == Condition.STORM)
                            == (readings.get(row).wind() > 25));
        }
    }

    @Test
    void ranksTheStationsThatAreNamedAndMeasured() {
        run("cache", 2);

        try (WeatherCache cache = WeatherCache.open(folder.resolve("cache"))) {
            assertThat(cache.joinStation())
                    .hasSize(5)
                    .filteredOn(summary -> summary.celsius() == null)
                    .extracting(NamedSummary::name)
                    .containsExactly("Esk");
            assertThat(cache.rankStations())
                    .extracting(Rank::name)
                    .containsExactlyInAnyOrder("Aberg", "Bree", "Cairn", "Dune");
            assertThat(cache.rankStations()).extracting(Rank::place).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void publishesTheSameFilesWithAnyNumberOfThreads() throws Exception {
        run("one", 1);
        run("three", 3);

        assertThat(published("one")).hasSize(STATIONS).isEqualTo(published("three"));
        assertThat(published("one").get(0)).startsWith("1. ").endsWith("(0.0 degrees below)");
    }

    private static int faultless(int from, int to) {
        return (int) IntStream.range(from, to).filter(row -> row % 97 != 0).count();
    }

    private List<String> published(String cache) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(ranking(cache))) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private Path ranking(String cache) {
        return folder.resolve(cache + "-ranking");
    }

    private RunReport run(String cache, int threads) {
        return WeatherRunner.builder()
                .readArchive(new ReadArchive(STATIONS, MINUTES))
                .correctReading(new CorrectReading(0.5))
                .readLive(new ReadLive(1, LIVE))
                .raiseAlarms(new RaiseAlarms(-10))
                .listStations(new ListStations(NAMES))
                .publishRanking(new PublishRanking(ranking(cache)))
                .build()
                .run(RunOptions.cacheAt(folder.resolve(cache)).threads(threads).progress(RunOptions.Progress.OFF));
    }
}
