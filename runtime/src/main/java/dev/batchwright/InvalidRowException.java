package dev.batchwright;

import org.jspecify.annotations.Nullable;

/** A row cannot be stored: a null where none may be, or a value outside of what its column can hold. */
public class InvalidRowException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, where, and what to do
     * @param cause what led to it, or null
     */
    public InvalidRowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
