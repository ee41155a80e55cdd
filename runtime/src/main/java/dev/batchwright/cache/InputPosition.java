package dev.batchwright.cache;

import dev.batchwright.shard.PartFooter.Restart;
import java.util.List;

/**
 * How far a step has come within a shard of its input, at a moment when nothing of it is half done.
 *
 * @param row how many rows of its input all rows that it has made stem from
 * @param batches how many batches it has been handed; 0 for a step that takes no batches
 * @param restarts where the steps before it whose rows are not kept would have to begin again
 */
public record InputPosition(long row, long batches, List<Restart> restarts) {

    /** Copies the list. */
    public InputPosition {
        restarts = List.copyOf(restarts);
    }

    /**
     * The position of a step before which all rows are kept.
     *
     * @param row how many rows of its input all rows that it has made stem from
     * @return the position
     */
    public static InputPosition at(long row) {
        return new InputPosition(row, 0, List.of());
    }
}
