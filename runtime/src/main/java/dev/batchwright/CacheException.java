package dev.batchwright;

import org.jspecify.annotations.Nullable;

/** The cache directory cannot be used, read or written. */
public class CacheException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, where, and what to do
     * @param cause what led to it, or null
     */
    public CacheException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
