package dev.batchwright.cache;

import java.util.function.LongConsumer;

/**
 * When a part is large enough, and who is told.
 *
 * @param partBytes a part that has this many encoded bytes should be closed
 * @param full is told that a part has them; called at most once for each part
 * @param attempt tells the temporary files of this run from those of others
 * @param committed is told the bytes of each part that was finished
 * @param input knows what the rows stem from
 */
public record WriteSettings(long partBytes, Runnable full, String attempt, LongConsumer committed, InputDigest input) {

    /** Knows what the rows stem from. */
    @FunctionalInterface
    public interface InputDigest {

        /**
         * The digest of the shards that the rows stem from.
         *
         * @param lastPart whether all rows of the shard have been made
         * @return the digest, or 0 if it is not known yet
         */
        long of(boolean lastPart);
    }
}
