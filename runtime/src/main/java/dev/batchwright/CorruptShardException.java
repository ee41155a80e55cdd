package dev.batchwright;

import org.jspecify.annotations.Nullable;

/** A part file is damaged, truncated, or not what its place in the cache says it is. */
public class CorruptShardException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String file;

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, where, and what to do
     * @param cause what led to it, or null
     */
    public CorruptShardException(String message, @Nullable Throwable cause) {
        this(message, null, cause);
    }

    /**
     * Makes an exception about a part file.
     *
     * @param message what happened, where, and what to do
     * @param file the file, as the cache calls it: {@code step/fingerprint/part}; null if it is not known
     * @param cause what led to it, or null
     */
    public CorruptShardException(String message, @Nullable String file, @Nullable Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    /**
     * The part file that is damaged.
     *
     * @return the file, as the cache calls it: {@code step/fingerprint/part}; null if it is not known
     */
    public @Nullable String file() {
        return file;
    }
}
