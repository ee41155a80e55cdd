package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import org.jspecify.annotations.Nullable;

/** Turns what ended a run into what its caller sees. */
final class Failures {

    private Failures() {}

    /** Whether something was thrown only because the run was ending already. */
    static boolean isStop(Throwable e) {
        return e instanceof RunStopped || e instanceof InterruptedException;
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
