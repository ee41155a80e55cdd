package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.Run;
import dev.batchwright.RunCancelledException;
import dev.batchwright.RunReport;
import dev.batchwright.StepFailedException;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.everykind.durability.Belt.Gate;
import dev.batchwright.samples.everykind.durability.Belt.Item;
import dev.batchwright.samples.everykind.durability.Belt.Load;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run waits for when it is stopped, and what it does not. */
class WaitsTest {

    private static final int ROWS = 50;

    @Step(retries = 1_000)
    record Stubborn(@Resource Gate gate) implements MapStep<Item, Item> {

        @Override
        public Item map(Item row) throws Exception {
            gate.pass(row.id());
            return row;
        }
    }

    @Pipeline
    @Flow({Load.class, Stubborn.class})
    interface Retrying {}

    /** Takes no notice of what comes through its output. */
    @Step
    record Careless() implements FlatMapStep<Item, Item> {

        @Override
        @SuppressWarnings("EmptyCatch")
        public void flatMap(Item row, Output<Item> out) {
            try {
                out.add(row);
            } catch (RuntimeException e) {
                // as if nothing had happened
            }
        }
    }

    @Step
    record Picky(@Resource Gate gate) implements MapStep<Item, Item> {

        @Override
        public Item map(Item row) throws Exception {
            gate.pass(row.id());
            return row;
        }
    }

    @Pipeline
    @Flow({Load.class, Careless.class, Picky.class})
    interface Swallowing {}

    @TempDir
    Path folder;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final Semaphore released = new Semaphore(0);

    @AfterEach
    void leaveNoThreadBehind() throws InterruptedException {
        released.release();
        Threads.assertGone();
    }

    private void awaitReached() throws InterruptedException {
        assertThat(reached.await(Threads.DEADLINE.toNanos(), TimeUnit.NANOSECONDS))
                .isTrue();
    }

    /** Waits for the test, whatever else happens. */
    private Gate heedlessAt(long held) {
        return id -> {
            if (id == held) {
                reached.countDown();
                released.acquireUninterruptibly();
                released.release();
            }
        };
    }

    private Gate interruptibleAt(long held) {
        return id -> {
            if (id == held) {
                reached.countDown();
                new Semaphore(0).acquire();
            }
        };
    }

    private static void assertCancelled(Run run) throws InterruptedException {
        assertThat(run.await(Threads.DEADLINE)).isTrue();
        assertThatThrownBy(run::await).isInstanceOf(RunCancelledException.class);
    }

    private RunReport goOn() {
        return Belt.runner(ROWS, Gate.OPEN, Gate.OPEN, 1, Gate.OPEN).run(Belt.options(folder));
    }

    @Test
    void interruptsTheReadOfASourceAndCommitsTheRowsBefore() throws InterruptedException {
        Run run =
                Belt.runner(ROWS, interruptibleAt(30), Gate.OPEN, 1, Gate.OPEN).start(Belt.options(folder));
        awaitReached();
        run.cancel();
        assertCancelled(run);

        RunReport after = goOn();

        assertThat(after.step("load").rowsOut()).isEqualTo(ROWS - 30);
        assertThat(after.step("stamp").calls()).isEqualTo(ROWS - 30);
    }

    @Test
    void leavesAReadBehindThatTakesNoNoticeOfInterrupts() throws InterruptedException {
        Run run = Belt.runner(ROWS, heedlessAt(30), Gate.OPEN, 1, Gate.OPEN).start(Belt.options(folder));
        awaitReached();
        run.cancel();
        assertCancelled(run);
        RunReport after = goOn(); // while the thread is still there
        released.release();
        Threads.assertGone();

        assertThat(after.step("stamp").rowsOut()).isEqualTo(ROWS);
        assertThat(goOn().step("stamp").rowsReused()).isEqualTo(ROWS);
    }

    @Test
    void waitsForARunningCallUntilItIsToldNotTo() throws InterruptedException {
        Run run =
                Belt.runner(ROWS, Gate.OPEN, interruptibleAt(30), 1, Gate.OPEN).start(Belt.options(folder));
        awaitReached();
        run.cancel();
        assertThat(run.isEnded()).isFalse();
        run.cancelNow();

        assertCancelled(run);
        assertThat(goOn().step("stamp").rowsOut()).isPositive();
    }

    @Test
    void endsInTheMiddleOfARowThatSetsOffTooMuch() throws InterruptedException {
        AtomicLong batches = new AtomicLong();
        Gate slow = copy -> {
            batches.incrementAndGet();
            reached.countDown();
            TimeUnit.MILLISECONDS.sleep(1);
        };
        int copies = 1_000_000; // a hundred seconds of batches for one row
        Run run = Belt.runner(2, Gate.OPEN, Gate.OPEN, copies, slow).start(Belt.options(folder));
        awaitReached();
        run.cancel();
        assertCancelled(run);

        AtomicLong batchesAfter = new AtomicLong();
        RunReport after = Belt.runner(2, Gate.OPEN, Gate.OPEN, copies, copy -> batchesAfter.incrementAndGet())
                .run(Belt.options(folder));

        assertThat(batches.get() + batchesAfter.get()).isEqualTo(2L * copies / 10);
        assertThat(after.step("stamp").rowsReused()).isPositive();
    }

    @Test
    void triesNoCallAgainOnceItIsStopped() throws InterruptedException {
        Gate failing = id -> {
            if (id == 30) {
                reached.countDown();
                throw new IllegalStateException("not yet");
            }
        };
        Run run = WaitsTest_RetryingRunner.builder()
                .load(new Load(ROWS, Gate.OPEN))
                .stubborn(new Stubborn(failing))
                .build()
                .start(Belt.options(folder));
        awaitReached();
        run.cancel();
        assertCancelled(run);

        RunReport after = WaitsTest_RetryingRunner.builder()
                .load(new Load(ROWS, Gate.OPEN))
                .stubborn(new Stubborn(Gate.OPEN))
                .build()
                .run(Belt.options(folder));

        assertThat(after.step("stubborn").calls()).isEqualTo(ROWS - 30);
    }

    @Test
    void takesAnInterruptOfTheCallerForTheWishToStop() {
        Thread caller = Thread.currentThread();
        Gate interrupting = id -> {
            if (id == 30) {
                caller.interrupt();
                while (caller.isInterrupted()) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            }
        };

        assertThatThrownBy(() ->
                        Belt.runner(ROWS, Gate.OPEN, interrupting, 1, Gate.OPEN).run(Belt.options(folder)))
                .isInstanceOf(RunCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(goOn().step("stamp").calls()).isEqualTo(ROWS - 31);
    }

    @Test
    void losesNoRowToAStepThatCatchesTheFailureOfAnother() {
        Gate failing = id -> {
            if (id == 30) {
                throw new IllegalStateException("row 30");
            }
        };

        assertThatThrownBy(() -> WaitsTest_SwallowingRunner.builder()
                        .load(new Load(ROWS, Gate.OPEN))
                        .picky(new Picky(failing))
                        .build()
                        .run(Belt.options(folder)))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step picky failed in shard 0 at row 30");
    }

    @Test
    void stopsBeforeItBeginsWhereItIsToldInTime() throws InterruptedException {
        Run run = Belt.runner(ROWS, Gate.OPEN, heedlessAt(0), 1, Gate.OPEN).start(Belt.options(folder));
        awaitReached();
        run.cancel();
        released.release();
        assertCancelled(run);
        List<Item> rows;
        goOn();
        try (Belt_LineCache cache = Belt_LineCache.open(folder)) {
            rows = cache.press().stream().toList();
        }

        assertThat(rows).hasSize(ROWS).extracting(Item::id).isSorted();
    }
}
