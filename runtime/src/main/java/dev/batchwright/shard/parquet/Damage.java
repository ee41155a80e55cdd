package dev.batchwright.shard.parquet;

import dev.batchwright.BatchwrightException;
import dev.batchwright.CorruptShardException;
import dev.batchwright.SourceException;
import org.jspecify.annotations.Nullable;

/** Makes the exception that says what is wrong with a file. */
@FunctionalInterface
interface Damage {

    /**
     * Makes an exception.
     *
     * @param what what is wrong, as a clause that follows a colon
     * @param cause what led to it, or null
     * @return the exception, to be thrown
     */
    BatchwrightException because(String what, @Nullable Throwable cause);

    default BatchwrightException because(String what) {
        return because(what, null);
    }

    /** The exceptions of a part, which can be made again. */
    static Damage ofPart(String file) {
        return (what, cause) -> new CorruptShardException(
                file + " is damaged: " + what + ". A run with RunOptions.verify(true) makes it again.", file, cause);
    }

    /** The exceptions of a file from outside, which cannot. */
    static Damage ofSource(String file) {
        return (what, cause) -> new SourceException(file + " cannot be read: " + what + ".", cause);
    }
}
