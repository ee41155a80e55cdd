package dev.batchwright.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells everything in a run that it is to end: when it was asked to, in order; when it has failed, or cannot be waited for, at once.
 * Safe for use by several threads.
 */
final class StopSignal {

    /** How long a task that was asked to end may go on with the row that it is at. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CountDownLatch latch = new CountDownLatch(1);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean asked;
    private volatile boolean raised;
    private volatile long askedNanos;

    /** Asks for an end in order: what is whole is committed. */
    void ask() {
        synchronized (latch) {
            if (!asked) {
                askedNanos = System.nanoTime();
                asked = true;
                latch.countDown();
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** Ends everything at once: nothing is committed any more. */
    void raise() {
        raised = true;
        ask();
    }

    /** Calls somebody back when the run is asked to end and when it is to end at once, perhaps more than once, or now if it is late. */
    void whenAsked(Runnable listener) {
        listeners.add(listener);
        if (asked) {
            listener.run();
        }
    }

    /** A signal that is given whenever this one is, and that may be given alone: when one attempt at a run fails, another may follow. */
    StopSignal ofAttempt() {
        StopSignal attempt = new StopSignal();
        whenAsked(() -> {
            if (raised) {
                attempt.raise();
            } else {
                attempt.ask();
            }
        });
        return attempt;
    }

    /** Whether the run is to end, in whatever way. */
    boolean isAsked() {
        return asked;
    }

    /** Whether it is to end at once. */
    boolean isRaised() {
        return raised;
    }

    /** Whether a task is not even to finish the row that it is at. */
    boolean isOverdue() {
        return asked && (raised || isAskedFor(PATIENCE_NANOS));
    }

    /** Whether the run was asked to end that long ago. */
    boolean isAskedFor(long nanos) {
        return asked && System.nanoTime() - askedNanos >= nanos;
    }

    void check() {
        if (asked) {
            throw new RunStopped();
        }
    }

    /** Waits for some time, or ends the task when the run is to end. */
    void pause(long millis) {
        try {
            if (latch.await(millis, TimeUnit.MILLISECONDS)) {
                throw new RunStopped();
            }
        } catch (InterruptedException e) {
            check();
            throw new IllegalStateException("A call that waited to be tried again was interrupted from outside", e);
        }
    }
}
