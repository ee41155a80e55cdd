package dev.batchwright;

import org.jspecify.annotations.Nullable;

/** The input of a source is missing, unreadable or not in the expected form. */
public class SourceException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, where, and what to do
     * @param cause what led to it, or null
     */
    public SourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
