package dev.batchwright.samples.everykind.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.IsolatedStepException;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepFailedException;
import dev.batchwright.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process of an isolated step dies, and the run goes on or ends, with the rows that it should. */
class LostProcessTest {

    private static final int ROWS = 100;

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        Children.assertGone();
    }

    private RunOptions options() {
        return RunOptions.cacheAt(folder.resolve("cache"))
                .threads(1)
                .shardRows(1000)
                .progress(RunOptions.Progress.OFF);
    }

    private RunReport handle(Trouble trouble) {
        return Depot_HandlingRunner.builder()
                .parcels(new Parcels(ROWS))
                .handle(new Depot.Handle(trouble))
                .build()
                .run(options());
    }

    private void assertAllHandled() {
        try (Depot_HandlingCache cache = Depot_HandlingCache.open(folder.resolve("cache"))) {
            assertThat(cache.handle()).extracting(Parcel::id).containsExactlyElementsOf(ids(ROWS));
        }
    }

    private RunReport inspect(Trouble trouble) {
        return Depot_ExaminingRunner.builder()
                .parcels(new Parcels(ROWS))
                .inspect(new Depot.Inspect(trouble))
                .build()
                .run(options());
    }

    private static List<Long> ids(long end) {
        return LongStream.range(0, end).boxed().toList();
    }

    @Test
    void halvesABatchThatItsProcessHasNoMemoryFor() {
        StepReport report = handle(new Trouble.Hunger(1 << 20)).step("handle");

        assertAllHandled();
        assertThat(report.childRestarts()).isPositive();
        assertThat(report.quarantined()).isZero();
    }

    @Test
    void handsOutNoMoreRowsAtOnceThanOnceFitted() {
        RunReport report = Depot_HandlingRunner.builder()
                .parcels(new Parcels(1000))
                .handle(new Depot.Handle(new Trouble.Hunger(1 << 20)))
                .build()
                .run(options());

        assertThat(report.step("handle").rowsOut()).isEqualTo(1000);
        // the batch that was too large, and the one that was being filled meanwhile; each is halved once or twice
        assertThat(report.step("handle").childRestarts()).isBetween(1L, 6L);
    }

    @Test
    void handsOutNoFewerRowsForTheSakeOfOneThatIsTooLarge() {
        RunReport report = Depot_ExaminingRunner.builder()
                .parcels(new Parcels(400))
                .inspect(new Depot.Inspect(new Trouble.Glutton(21, 100 << 20)))
                .build()
                .run(options());

        assertThat(report.step("inspect").quarantined()).isEqualTo(1);
        assertThat(report.step("inspect").calls()).isEqualTo(400 / 16);
        assertThat(report.step("inspect").childRestarts()).isEqualTo(5);
    }

    @Test
    void saysWhatToDoWhereEvenOneRowNeedsMoreThanTheHeap() {
        assertThatThrownBy(() -> handle(new Trouble.Hunger(100 << 20)))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step handle failed in shard 0 at row 0 of its input")
                .hasMessageContaining("ended with exit code 3, that of an OutOfMemoryError")
                .hasMessageContaining(
                        "Its heap is 48.0 MiB: write a larger heap in its @Step, or a smaller @BatchSize.")
                .cause()
                .isInstanceOfSatisfying(
                        IsolatedStepException.class,
                        e -> assertThat(e.isOutOfMemory()).isTrue());
    }

    @Test
    void goesOnWhenSomebodyKillsIt() throws Exception {
        Path sign = folder.resolve("sign");
        CompletableFuture<RunReport> run =
                CompletableFuture.supplyAsync(() -> handle(new Trouble.Stall(sign.toFile())));
        ProcessHandle child = Children.awaitSign(sign);
        assertThat(Children.alive()).containsExactly(child);

        assertThat(child.destroyForcibly()).isTrue();

        StepReport report = run.get(1, java.util.concurrent.TimeUnit.MINUTES).step("handle");
        assertThat(report.childRestarts()).isEqualTo(1);
        assertThat(report.toString()).contains("childRestarts=1");
        assertAllHandled();
    }

    @Test
    void goesOnWhenItIsKilledBetweenTwoCalls() {
        StepReport report = Depot_WatchingRunner.builder()
                .parcels(new Parcels(ROWS))
                .handle(new Depot.Handle(new Trouble.Peace()))
                .watch(new Depot.Watch(id -> {
                    if (id.batch() == 0) {
                        List<ProcessHandle> children = Children.alive();
                        children.forEach(ProcessHandle::destroyForcibly);
                        Children.await(() -> children.stream().noneMatch(ProcessHandle::isAlive));
                    }
                }))
                .build()
                .run(options())
                .step("handle");

        assertThat(report.childRestarts()).isEqualTo(1);
        assertThat(report.retried()).isZero();
        try (Depot_WatchingCache cache = Depot_WatchingCache.open(folder.resolve("cache"))) {
            assertThat(cache.handle()).extracting(Parcel::id).containsExactlyElementsOf(ids(ROWS));
        }
    }

    @Test
    void namesTheRowAtWhichAStepEndsItsProcess() {
        assertThatThrownBy(() -> handle(new Trouble.Exit(70, 5)))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step handle failed in shard 0 at row 70 of its input")
                .hasMessageContaining("The process of step handle ended with exit code 5 at batch 1, which had 1 row.");
    }

    @Test
    void putsAsideTheRowThatAlwaysKillsAndNoOther() {
        RunReport report = inspect(new Trouble.Exit(21, 5));

        try (Depot_ExaminingCache cache = Depot_ExaminingCache.open(folder.resolve("cache"))) {
            assertThat(cache.inspect())
                    .extracting(Parcel::id)
                    .containsExactlyElementsOf(
                            ids(ROWS).stream().filter(id -> id != 21).toList());
            assertThat(cache.inspectQuarantine()).singleElement().satisfies(bad -> {
                assertThat(bad.row()).isEqualTo(Parcel.of(21));
                assertThat(bad.error()).contains(IsolatedStepException.class.getName(), "exit code 5");
            });
        }
        assertThat(report.step("inspect").quarantined()).isEqualTo(1);
        // 16 rows are halved four times; each time one of the halves kills
        assertThat(report.step("inspect").childRestarts()).isEqualTo(5);
        assertThat(report.toString()).contains("inspect has lost its process 5 times and gone on in a new one");
    }

    @Test
    void hasAsManyProcessesAsCallsInFlightAndLosesNoOtherRow() throws IOException {
        Path traces = Files.createDirectory(folder.resolve("traces"));

        StepReport report = Depot_CrowdingRunner.builder()
                .parcels(new Parcels(200))
                .crowd(new Depot.Crowd(new Trouble.Trace(traces.toFile(), 77)))
                .build()
                .run(options().threads(2).shardRows(60))
                .step("crowd");

        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(report.childRestarts()).isEqualTo(4);
        assertThat(traces.toFile().list()).hasSizeBetween(2, 3 + 4);
        try (Depot_CrowdingCache cache = Depot_CrowdingCache.open(folder.resolve("cache"))) {
            assertThat(cache.crowd())
                    .extracting(Parcel::id)
                    .containsExactlyElementsOf(
                            ids(200).stream().filter(id -> id != 77).toList());
        }
    }

    @Test
    void handsASinkTheSameBatchAgainAndNeverHalfOfIt() throws IOException {
        Path log = folder.resolve("log");

        assertThatThrownBy(() -> Depot_ShippingRunner.builder()
                        .parcels(new Parcels(ROWS))
                        .ship(new Depot.Ship(log.toFile(), new Trouble.Exit(20, 5)))
                        .build()
                        .run(options()))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step ship failed in shard 0 at rows 16 to 31 of its input");

        assertThat(Files.readAllLines(log))
                .containsExactly("begun 0 with 16", "done 0", "begun 1 with 16", "begun 1 with 16", "begun 1 with 16");
    }

    @Test
    void triesARowAgainAsOftenAsItsStepSays() throws IOException {
        Path log = folder.resolve("log");

        RunReport report = Depot_StampingRunner.builder()
                .parcels(new Parcels(4))
                .stamp(new Depot.Stamp(new FirstTime(log.toFile())))
                .build()
                .run(options());

        assertThat(report.step("stamp").rowsOut()).isEqualTo(4);
        assertThat(report.step("stamp").retried()).isEqualTo(1);
        assertThat(report.step("stamp").childRestarts()).isEqualTo(1);
    }

    /** Dies once. */
    record FirstTime(java.io.File mark) implements Depot.SingleTrouble {
        @Override
        public void at(Parcel row) throws IOException {
            if (row.id() == 2 && mark.createNewFile()) {
                Runtime.getRuntime().halt(9);
            }
        }
    }

    @Test
    void doesNotWaitForWhatTheProcessHasStarted() throws Exception {
        Path sign = folder.resolve("sign");

        RunReport report = handle(new Trouble.Descendant(sign.toFile()));

        assertAllHandled();
        assertThat(report.step("handle").childRestarts()).isEqualTo(1);
        assertThat(Children.awaitSign(sign).destroyForcibly()).isTrue();
    }
}
