package dev.batchwright.isolation;

import dev.batchwright.Batch;
import dev.batchwright.ByteSize;
import dev.batchwright.IsolatedStepException;
import dev.batchwright.Output;
import dev.batchwright.StepContext;
import dev.batchwright.StepFailedException;
import dev.batchwright.generated.BatchManager;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one thread makes of an isolated step, and the process in which they are made: another one after the last one has died.
 * Used by that thread, but for {@link #kill}.
 */
final class IsolatedWorker<I, O> {

    /** Between calls that follow one another more closely, nobody looks whether the process is there: that takes as long as a call. */
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final BatchManager<I, O> manager;
    private final StepContext context;
    private final byte[] sent;
    private final Runnable restarted;
    private volatile @Nullable ChildProcess process;
    private volatile boolean killed;
    private @Nullable ChildCalls<I, O> calls;
    private long lastCallNanos = System.nanoTime();

    /**
     * Starts nothing yet.
     *
     * @param sent the step
     * @param restarted called whenever a process has been started in place of one that has died
     */
    IsolatedWorker(BatchManager<I, O> manager, StepContext context, byte[] sent, Runnable restarted) {
        this.manager = manager;
        this.context = context;
        this.sent = sent;
        this.restarted = restarted;
    }

    /** Starts a process and opens the step in it. */
    void open() throws Exception {
        ChildProcess begun =
                ChildProcess.start(context.step(), manager.settings().childHeapBytes());
        process = begun;
        ChildCalls<I, O> opening = new ChildCalls<>(begun.frames(), manager);
        try {
            if (killed) {
                throw new InterruptedException("The run has ended");
            }
            opening.open(context, sent);
            calls = opening;
        } catch (CallFailure e) {
            e.rethrow();
        } catch (IOException e) {
            throw ended(begun, "while the step was opened", e);
        } finally {
            if (calls == null) {
                giveUp(begun);
            }
        }
    }

    /** Calls the step with a batch, in a new process where there is none left. */
    void call(Batch<I> batch, long number, int shard, Output<O> out) throws Exception {
        ChildProcess last = process;
        if (last != null && System.nanoTime() - lastCallNanos > IDLE_NANOS && !last.isAlive()) {
            giveUp(last); // it has died since its last call, and so not of this one
        }
        if (calls == null) {
            restart();
        }
        ChildProcess called = process;
        ChildCalls<I, O> calling = calls;
        if (called == null || calling == null) {
            throw new InterruptedException("The run has ended");
        }
        boolean isUsable = false;
        try {
            calling.call(batch, number, shard, out);
            isUsable = true;
            lastCallNanos = System.nanoTime();
        } catch (CallFailure e) {
            isUsable = true;
            e.rethrow();
        } catch (IOException e) {
            throw ended(called, "at batch " + number + ", which had " + rows(batch), e);
        } finally {
            if (!isUsable) {
                giveUp(called);
            }
        }
    }

    private void restart() throws Exception {
        try {
            open();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new StepFailedException(
                    "Step " + context.step() + " could not be opened in a new process, after one had ended: " + e, e);
        }
        restarted.run();
    }

    private void giveUp(ChildProcess given) {
        calls = null;
        process = null;
        given.discard();
    }

    /** What to throw when the connection to a process has ended. */
    private Exception ended(ChildProcess gone, String when, IOException e) throws InterruptedException {
        if (e instanceof ClosedByInterruptException && Thread.interrupted()) {
            return new InterruptedException("The call of step " + context.step() + " was interrupted");
        }
        String how = e instanceof ProtocolException ? "has sent " + e.getMessage() : gone.howItEnded();
        boolean outOfMemory = gone.isOutOfMemory();
        return new IsolatedStepException(
                "The process of step " + context.step() + " " + how + " " + when + "." + (outOfMemory ? advice() : ""),
                outOfMemory,
                e);
    }

    private String advice() {
        return " Its heap is " + ByteSize.format(manager.settings().childHeapBytes())
                + ": write a larger heap in its @Step"
                + (manager.settings().kind().isBatched() ? ", or a smaller @BatchSize." : ".");
    }

    private static String rows(Batch<?> batch) {
        return batch.size() == 1 ? "1 row" : batch.size() + " rows";
    }

    /** Closes the step and ends the process, if there is one. An interrupt that has come before does not cut that short. */
    void close() throws Exception {
        ChildProcess closed = process;
        ChildCalls<I, O> closing = calls;
        if (closed == null || closing == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            closed.end(closing);
        } catch (CallFailure e) {
            e.rethrow();
        } finally {
            giveUp(closed);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the process at once. Safe for use by several threads. */
    void kill() {
        killed = true;
        ChildProcess left = process;
        if (left != null) {
            left.discard();
        }
    }
}
