package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.cache.faults.Fault;
import dev.batchwright.cache.faults.FaultyFiles;
import dev.batchwright.cache.faults.RecordedFiles;
import dev.batchwright.engine.LocalEngine;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that were put aside are run again when what was wrong is mended, and nothing else is. */
class QuarantineRerunTest {

    private static final int ROWS = 60;

    @TempDir
    Path folder;

    private RunOptions options(String cache, int threads) {
        return MillRun.options(folder.resolve(cache), threads);
    }

    private static RunReport run(Journal journal, Flaws flaws, Shelf shelf, RunOptions options) {
        return run(journal, flaws, shelf, 200, options, new LocalCacheFiles());
    }

    private static RunReport run(
            Journal journal, Flaws flaws, Shelf shelf, int degrees, RunOptions options, CacheFiles files) {
        return new LocalEngine(files, journal::clock)
                .run(Inspection.runner(journal, flaws, shelf, ROWS, degrees).definition(), options);
    }

    private static InspectedRows sound() {
        return InspectedRows.expected(ROWS, new Flaws(), everythingShipped());
    }

    private static Map<String, List<Grain>> everythingShipped() {
        return Map.of(
                "all",
                Objects.requireNonNull(InspectedRows.expected(ROWS, new Flaws(), Map.of())
                        .made()
                        .get("blend")));
    }

    @ParameterizedTest
    @CsvSource({"polish, 1", "polish, 2", "pick, 1", "crush, 1", "crush, 2", "roast, 1", "roast, 2", "blend, 2"})
    void onlyTheBadRowsOfAStepAreRunAgain(String step, int threads) {
        Flaws flaws = new Flaws().at(step, 0L, 1L, 17L, 40L, 41L, 60L, 117L, 400L, 401L, 1160L);
        RunReport first = run(Journal.peaceful(), flaws, new Shelf(), options("cache", threads));
        Journal again = Journal.peaceful();

        RunReport report =
                run(again, new Flaws(), new Shelf(), options("cache", threads).rerunQuarantined(true));

        long bad = first.step(step).quarantined();
        assertThat(bad).isGreaterThan(3);
        assertThat(again.callsOf(step)).isEqualTo(bad);
        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
        assertThat(report.step(step).why()).contains(bad + " rows that were put aside are run again, others kept");
        Journal afterwards = Journal.peaceful();
        run(afterwards, new Flaws(), new Shelf(), options("cache", threads).rerunQuarantined(true));
        assertThat(afterwards.calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void badRowsOfSeveralStepsAreRunAgainOneAfterTheOther(int threads) {
        Flaws flaws = new Flaws()
                .at("polish", 17L)
                .at("pick", 40L)
                .at("crush", 41L, 117L)
                .at("roast", 20L, 21L, 1160L)
                .at("blend", 52L)
                .at("ship", 701L);
        run(Journal.peaceful(), flaws, new Shelf(), options("cache", threads));

        run(
                Journal.peaceful(),
                new Flaws(),
                new Shelf(),
                options("cache", threads).rerunQuarantined(true));

        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
    }

    @Test
    void aStepAfterAnotherRunsItsBadRowsOnlyInShardsThatStayTheSame() {
        run(
                Journal.peaceful(),
                new Flaws().at("crush", 1L).at("roast", 601L, 1000L, 1001L),
                new Shelf(),
                options("cache", 1));
        Journal again = Journal.peaceful();

        run(again, new Flaws(), new Shelf(), options("cache", 1).rerunQuarantined(true));

        assertThat(again.callsOf("crush")).isEqualTo(1);
        int batchesOfTheFirstShard = 7;
        assertThat(again.callsOf("roast")).isBetween(3L + batchesOfTheFirstShard - 1, 3L + batchesOfTheFirstShard + 1);
        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
    }

    @Test
    void aBatchOfASinkComesAgainUnderItsNumber() {
        Shelf shelf = new Shelf();
        run(Journal.peaceful(), new Flaws().at("ship", 701L, 521L), shelf, options("cache", 1));
        Shelf whole = new Shelf();
        run(Journal.peaceful(), new Flaws(), whole, options("whole", 1));
        assertThat(shelf.batches()).hasSize(whole.batches().size() - 2);
        Journal again = Journal.peaceful();

        run(again, new Flaws(), shelf, options("cache", 1).rerunQuarantined(true));

        assertThat(again.calls()).isEqualTo(2);
        assertThat(shelf.batches()).isEqualTo(whole.batches());
        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
    }

    @Test
    void aMendedStepIsGivenTheBadRowsOnly() {
        run(Journal.peaceful(), new Flaws().at("roast", 20L, 21L, 1160L), new Shelf(), options("cache", 1));
        Journal again = Journal.peaceful();

        RunReport report = run(
                again,
                new Flaws(),
                new Shelf(),
                180,
                options("cache", 1).rerunQuarantined(true),
                new LocalCacheFiles());

        assertThat(again.callsOf("roast")).isEqualTo(3);
        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
        assertThat(report.step("roast").why())
                .isEqualTo("changed: config degrees; 3 rows that were put aside are run again, others kept");
    }

    @Test
    void aMendedStepAfterOneThatHasChangedIsGivenAllRows() {
        run(Journal.peaceful(), new Flaws().at("blend", 52L), new Shelf(), options("cache", 1));
        Journal again = Journal.peaceful();

        run(again, new Flaws(), new Shelf(), 180, options("cache", 1).rerunQuarantined(true), new LocalCacheFiles());

        assertThat(again.callsOf("roast")).isGreaterThan(20);
        assertThat(again.callsOf("blend")).isGreaterThan(30);
        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
    }

    @Test
    void aRunThatEndedForTooManyGoesOnWithWhatItHad() {
        Flaws flaws = new Flaws().at("roast", 20L, 21L, 1160L);
        Journal dying = Journal.failingAt(400);
        assertThatThrownBy(() -> run(dying, flaws, new Shelf(), options("cache", 1)))
                .isNotNull();
        Journal again = Journal.peaceful();

        run(again, new Flaws(), new Shelf(), options("cache", 1).rerunQuarantined(true));

        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
        Journal whole = Journal.peaceful();
        run(whole, new Flaws(), new Shelf(), options("whole", 1));
        assertThat(again.calls()).isLessThan(whole.calls() - 300);
    }

    @Test
    void readersSeeTheEarlierRowsUntilTheOthersAreWhole() {
        run(Journal.peaceful(), new Flaws().at("crush", 41L, 117L), new Shelf(), options("cache", 1));
        List<Grain> before = crushed();
        Journal dying = Journal.failingAt(2);

        assertThatThrownBy(() ->
                        run(dying, new Flaws(), new Shelf(), options("cache", 1).rerunQuarantined(true)))
                .hasMessageContaining("the run dies here");

        assertThat(crushed()).isEqualTo(before);
    }

    private List<Grain> crushed() {
        try (Inspection_InspectingCache cache = Inspection_InspectingCache.open(folder.resolve("cache"))) {
            return cache.crush().stream().toList();
        }
    }

    @Test
    void whatIsOldIsRemovedAsTheRulesSay() throws IOException {
        run(Journal.peaceful(), new Flaws().at("crush", 41L, 117L), new Shelf(), options("cache", 1));
        run(
                Journal.peaceful(),
                new Flaws(),
                new Shelf(),
                options("cache", 1).rerunQuarantined(true).keep(0));

        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
        try (Stream<Path> outputs = Files.list(folder.resolve("cache/crush"))) {
            assertThat(outputs.map(output -> output.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .endsWith("-1");
        }
        Journal afterwards = Journal.peaceful();
        run(afterwards, new Flaws(), new Shelf(), options("cache", 1));
        assertThat(afterwards.calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crush", "quarantine/crush"})
    void damageOfWhatIsTakenOverIsMended(String damaged) throws IOException {
        run(Journal.peaceful(), new Flaws().at("crush", 41L, 42L, 117L), new Shelf(), options("cache", 1));
        for (Path file : parts(folder.resolve("cache").resolve(damaged))) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 3] ^= 0x10;
            Files.write(file, bytes);
        }

        run(Journal.peaceful(), new Flaws(), new Shelf(), options("cache", 1).rerunQuarantined(true));

        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(sound());
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+\\.\\d+\\..*"))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 83", "2, 127"})
    void goesOnAfterDeathAtAnyFileOperation(int threads, int stride) throws IOException {
        Flaws flaws = new Flaws().at("crush", 41L, 117L).at("roast", 601L);
        boolean struck = true;
        for (int at = 1 + new Random().nextInt(stride); struck; at += stride) {
            RunOptions options = options("dead-" + at, threads);
            run(Journal.peaceful(), flaws, new Shelf(), options);
            FaultyFiles files = new FaultyFiles(new RecordedFiles(new LocalCacheFiles(), folder), Fault.DEATH, at);
            Shelf shelf = new Shelf();
            try {
                run(Journal.peaceful(), new Flaws(), shelf, 200, options.rerunQuarantined(true), files);
            } catch (BatchwrightException e) {
                assertThat(files.struck()).isTrue();
            }
            struck = files.struck();

            run(Journal.peaceful(), new Flaws(), shelf, options.rerunQuarantined(true));

            assertThat(InspectedRows.of(options.cache()))
                    .as("after death at operation " + at)
                    .isEqualTo(sound());
        }
    }

    @Test
    void whatIsStillBadIsPutAsideAgain() {
        run(Journal.peaceful(), new Flaws().at("roast", 20L, 21L, 1160L), new Shelf(), options("cache", 1));

        run(
                Journal.peaceful(),
                new Flaws().at("roast", 21L),
                new Shelf(),
                options("cache", 1).rerunQuarantined(true));

        Shelf all = new Shelf();
        run(Journal.peaceful(), new Flaws().at("roast", 21L), all, options("expected", 1));
        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(InspectedRows.of(folder.resolve("expected")));
    }

    @ParameterizedTest
    @CsvSource({"1, 23", "2, 29"})
    void goesOnWhereItWasWhereverItDies(int threads, int stride) {
        Flaws flaws = new Flaws().at("crush", 40L, 41L, 42L, 117L).at("roast", 20L, 21L, 601L, 1160L);
        Journal undisturbed = Journal.peaceful();
        run(Journal.peaceful(), flaws, new Shelf(), options("undisturbed", threads));
        run(
                undisturbed,
                new Flaws(),
                new Shelf(),
                options("undisturbed", threads).rerunQuarantined(true));
        for (int call = 1 + new Random().nextInt(stride); call <= undisturbed.calls(); call += stride) {
            RunOptions options = options("dead-" + call, threads);
            run(Journal.peaceful(), flaws, new Shelf(), options);
            Journal dying = Journal.failingAt(call);
            Shelf shelf = new Shelf();
            assertThatThrownBy(() -> run(dying, new Flaws(), shelf, options.rerunQuarantined(true)))
                    .hasMessageContaining("the run dies here");
            Journal after = Journal.peaceful();

            run(after, new Flaws(), shelf, call % 2 == 0 ? options : options.rerunQuarantined(true));

            String when = "after death at call " + call;
            assertThat(InspectedRows.of(options.cache())).as(when).isEqualTo(sound());
            assertThat(dying.calls() + after.calls() - undisturbed.calls())
                    .as("calls made twice " + when)
                    .isLessThanOrEqualTo((long) threads * (MillRun.INTERVAL + 25));
        }
    }
}
