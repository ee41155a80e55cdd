package dev.batchwright;

import org.jspecify.annotations.Nullable;

/** The root of all exceptions of this framework. Its message says what happened, where, and what to do. */
public class BatchwrightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, where, and what to do
     */
    public BatchwrightException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, where, and what to do
     * @param cause what led to it
     */
    public BatchwrightException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
