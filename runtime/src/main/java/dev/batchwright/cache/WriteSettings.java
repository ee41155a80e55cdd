package dev.batchwright.cache;

import dev.batchwright.memory.StepMemory;
import java.util.function.LongConsumer;

/**
 * When a part is large enough, and who is told.
 *
 * @param partBytes a part that has this many encoded bytes should be closed
 * @param full is told that a part has them; called at most once for each part
 * @param attempt tells the temporary files of this run from those of others
 * @param committed is told the bytes of each part that was finished
 * @param input knows what the rows stem from
 * @param beside is written beside the parts
 * @param memory counts what is held in memory until it is in a file
 */
public record WriteSettings(
        long partBytes,
        Runnable full,
        String attempt,
        LongConsumer committed,
        InputDigest input,
        Beside beside,
        StepMemory memory) {

    /** Nothing is written beside the parts, and memory is not counted. */
    public WriteSettings(long partBytes, Runnable full, String attempt, LongConsumer committed, InputDigest input) {
        this(partBytes, full, attempt, committed, input, Beside.NOTHING, StepMemory.unbounded());
    }

    /** Rows that were put aside, which become visible with the part that holds what became of those around them. */
    public interface Beside {

        /** Nothing is put aside. */
        Beside NOTHING = new Beside() {
            @Override
            public long end(int part, long firstInputRow, long endInputRow) {
                return 0;
            }

            @Override
            public void commit(int part) {}
        };

        /**
         * Ends what belongs to a part that is closed.
         *
         * @param part the part
         * @param firstInputRow the first row of the step's input that the part stems from
         * @param endInputRow the row after the last one
         * @return how many rows were put aside
         */
        long end(int part, long firstInputRow, long endInputRow);

        /**
         * Makes it visible, and nothing else, just before the part becomes so.
         *
         * @param part the part
         */
        void commit(int part);
    }

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
