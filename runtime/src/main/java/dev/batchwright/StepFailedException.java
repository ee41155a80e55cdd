package dev.batchwright;

import org.jspecify.annotations.Nullable;

/** A step threw an exception, or broke its contract. The cause is what it threw. */
public class StepFailedException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, where, and what to do
     * @param cause what led to it, or null
     */
    public StepFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
