package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import org.jspecify.annotations.Nullable;

/** Turns what ended a run into what its caller sees. */
final class Failures {

    /** Causes may be circular. */
    private static final int DEEPEST_CAUSE = 100;

    private Failures() {}

    /** Whether something was thrown only because the run was ending already. */
    static boolean isStop(Throwable e) {
        return e instanceof RunStopped || e instanceof InterruptedException;
    }

    /**
     * Why a call of a step ended by an exception: what was thrown at the step while it handed on a row or read one, although the step
     * may have wrapped it; else what the step threw.
     *
     * @param thrown what came out of the call
     * @param broken what was thrown when a row was handed on; null if nothing was
     */
    static Throwable reason(Throwable thrown, @Nullable Throwable broken) {
        if (broken != null) {
            return broken;
        }
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof RunStopped || cause instanceof ChainFailure) {
                return cause;
            }
            cause = cause.getCause();
        }
        return thrown;
    }

    /**
     * What ends a task as it is, since the step that was called is not to blame.
     *
     * @param reason why the call ended
     * @param stopAsked whether an interrupt means that the run is to end
     * @return the failure of a step after it, or the end of the task; null where the step itself has failed
     */
    static @Nullable RuntimeException notOfStep(Throwable reason, boolean stopAsked) {
        if (reason instanceof ChainFailure || reason instanceof RunStopped) {
            return (RuntimeException) reason;
        }
        return reason instanceof InterruptedException && stopAsked ? new RunStopped() : null;
    }

    /** Throws again what was thrown before, if anything was. */
    static void rethrow(@Nullable Throwable earlier) {
        if (earlier instanceof RuntimeException exception) {
            throw exception;
        }
        if (earlier instanceof Error error) {
            throw error;
        }
    }

    static BatchwrightException ofRun(Throwable e) {
        if (e instanceof ChainFailure failure) {
            return failure.failure();
        }
        if (e instanceof BatchwrightException failure) {
            return failure;
        }
        return new BatchwrightException("The run failed: " + e, e);
    }
}
