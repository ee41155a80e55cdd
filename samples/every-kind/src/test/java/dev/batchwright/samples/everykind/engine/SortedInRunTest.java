package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.RunReport;
import dev.batchwright.StepFailedException;
import dev.batchwright.samples.everykind.ShortLivedJvm;
import dev.batchwright.samples.everykind.engine.League.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Global steps that sort within the memory of the run. */
class SortedInRunTest {

    @TempDir
    Path folder;

    private void assertRowsAreRight() {
        try (League_SeasonCache cache = League_SeasonCache.open(folder)) {
            assertThat(cache.rank()).containsExactlyElementsOf(League.expectedRanks());
            assertThat(cache.firstOfEachTeam()).containsExactlyElementsOf(League.expectedFirsts());
        }
        assertThat(folder.resolve("spill")).doesNotExist();
    }

    @Test
    void sortsMoreRowsThanThereIsMemoryForAndCountsWhatWentToDisk() {
        RunReport report = League.run(folder, new Probe());

        assertRowsAreRight();
        for (String step : List.of("rank", "first-of-each-team")) {
            assertThat(report.step(step).bytesSpilled()).as(step).isPositive();
            assertThat(report.step(step).spills().passes()).as(step).isGreaterThan(1);
            assertThat(report.step(step).rowsIn()).as(step).isEqualTo(League.MATCHES);
        }
    }

    @Test
    void leavesNothingOnDiskWhereTheStepFailsInTheMiddle() {
        Probe probe = new Probe();
        probe.failAt(1000);
        assertThatThrownBy(() -> League.run(folder, probe))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("id 1000 is not welcome");
        assertThat(folder.resolve("spill")).doesNotExist();

        League.run(folder, new Probe());

        assertRowsAreRight();
    }

    @Test
    void theNextRunRemovesWhatAKilledProcessHasLeft() throws Exception {
        Process process = new ProcessBuilder(ShortLivedJvm.command(League.Killed.class, folder))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(137);
        assertThat(spilled()).isNotEmpty();

        League.run(folder, new Probe());

        assertRowsAreRight();
    }

    private List<Path> spilled() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("spill"))) {
            return files.toList();
        }
    }

    @Test
    void rowsOfACacheAreSortedWithoutARun() {
        League.run(folder, new Probe());
        try (League_SeasonCache cache = League_SeasonCache.open(folder)) {
            assertThat(cache.readMatches().sortedBy(Match::points, Comparator.reverseOrder()))
                    .extracting(Match::id)
                    .containsExactlyElementsOf(League.expectedRanks().stream()
                            .map(League.Place::id)
                            .toList());
            assertThat(cache.readMatches().distinctBy(Match::team)).hasSize(300);
        }
    }
}
