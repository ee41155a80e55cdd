package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Run;
import dev.batchwright.RunCancelledException;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of a pipeline with every kind of step that are asked to end at any call, and the runs that go on after them. */
class StopTest {

    /** The steps whose rows are kept, but for the global one, which begins its call anew. */
    private static final List<String> KEPT =
            List.of("read-grain", "pour", "sift", "weigh", "grade", "stick", "tally", "meet", "pack", "sell");

    @TempDir
    Path folder;

    private Map<String, List<Grain>> expected;
    private Map<String, List<Grain>> expectedShelf;
    private Journal undisturbed;

    @BeforeEach
    void runUndisturbed() throws InterruptedException {
        undisturbed = Journal.peaceful();
        Shelf shelf = new Shelf();
        start(undisturbed, shelf, folder.resolve("undisturbed"), 1).await();
        expected = MillRows.of(folder.resolve("undisturbed"));
        expectedShelf = shelf.batches();
    }

    /** No clock closes parts, so that what is kept of a run that was stopped was committed since it was. */
    private static Run start(Journal journal, Shelf shelf, Path cache, int threads) {
        RunOptions options = MillRun.options(cache, threads).checkpointInterval(Duration.ofDays(1));
        return MillRun.start(journal, shelf, options, new LocalCacheFiles());
    }

    @ParameterizedTest
    @CsvSource({"1, 83", "2, 109"})
    void commitsAllThatIsMadeWhereverItIsStopped(int threads, int stride) throws InterruptedException {
        for (long call = 1; call < undisturbed.calls() - 30; call += stride) {
            Path cache = folder.resolve("stopped-" + call);
            Shelf shelf = new Shelf();
            CompletableFuture<Run> itself = new CompletableFuture<>();
            Journal stopped = Journal.doingAt(call, () -> itself.join().cancel());
            Run run = start(stopped, shelf, cache, threads);
            itself.complete(run);
            assertThat(run.await(Threads.DEADLINE)).as("ended at call %s", call).isTrue();
            assertThatThrownBy(run::await)
                    .isInstanceOf(RunCancelledException.class)
                    .hasMessageContaining("Pipeline milling was stopped");
            Journal after = Journal.peaceful();

            start(after, shelf, cache, threads).await();

            String when = "after a stop at call " + call;
            Map<String, List<Grain>> rows = MillRows.of(cache);
            expected.forEach((step, wanted) ->
                    assertThat(rows.get(step)).as("rows of %s %s", step, when).isEqualTo(wanted));
            assertThat(shelf.batches()).as("batches %s", when).isEqualTo(expectedShelf);
            for (String step : KEPT) {
                assertThat(stopped.callsOf(step) + after.callsOf(step) - undisturbed.callsOf(step))
                        .as("calls of %s made twice %s", step, when)
                        .isZero();
            }
        }
        Threads.assertGone();
    }

    @Test
    void saysInTheReportThatItWasStopped() throws Exception {
        CompletableFuture<Run> itself = new CompletableFuture<>();
        Run run = start(Journal.doingAt(400, () -> itself.join().cancel()), new Shelf(), folder.resolve("reported"), 1);
        itself.complete(run);

        assertThatThrownBy(run::await).isInstanceOfSatisfying(RunCancelledException.class, e -> {
            RunReport report = Objects.requireNonNull(e.report());
            assertThat(report.stopped()).isTrue();
            assertThat(report.step("read-grain").rowsOut()).isPositive();
            assertThat(report.toString()).contains("stopped before its end");
        });
        assertThat(Files.readString(folder.resolve("reported/report.json"))).contains("\"stopped\" : true");
        assertThat(Files.readString(folder.resolve("undisturbed/report.json"))).contains("\"stopped\" : false");
    }
}
