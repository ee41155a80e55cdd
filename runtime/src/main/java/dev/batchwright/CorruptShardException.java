package dev.batchwright;

import org.jspecify.annotations.Nullable;

/** A part file is damaged, truncated, or not what its place in the cache says it is. */
public class CorruptShardException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, where, and what to do
     * @param cause what led to it, or null
     */
    public CorruptShardException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
