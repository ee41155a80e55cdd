package dev.batchwright.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells everything in a run that the run is to end. Safe for use by several threads. */
final class StopSignal {

    private final CountDownLatch raised = new CountDownLatch(1);

    void raise() {
        raised.countDown();
    }

    boolean isRaised() {
        return raised.getCount() == 0;
    }

    void check() {
        if (isRaised()) {
            throw new RunStopped();
        }
    }

    /** Waits for some time, or ends the task when the run is to end. */
    void pause(long millis) {
        try {
            if (raised.await(millis, TimeUnit.MILLISECONDS)) {
                throw new RunStopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStopped();
        }
    }
}
