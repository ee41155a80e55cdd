package dev.batchwright.engine;

import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartFooter.Restart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a step begins within a shard: at its first row, or where an earlier run has left off.
 *
 * @param inputRow the first row of its input that it is given
 * @param outputRow how many rows it has made of those before
 * @param batches how many batches it has been handed before
 * @param restarts where the steps before it whose rows are not kept begin
 */
record Start(long inputRow, long outputRow, long batches, List<Restart> restarts) {

    static final Start AT_FIRST_ROW = new Start(0, 0, 0, List.of());

    Start {
        restarts = List.copyOf(restarts);
    }

    /** After the last part that is committed. */
    static Start after(@Nullable PartFooter reached) {
        return reached == null
                ? AT_FIRST_ROW
                : new Start(reached.endInputRow(), reached.endRow(), reached.batches(), reached.restarts());
    }

    /**
     * Where a step before this one, of which no rows are kept, begins so that it makes the input of this one.
     *
     * @param step the name of that step
     */
    Start of(String step) {
        for (Restart restart : restarts) {
            if (restart.step().equals(step) && restart.outputRow() <= inputRow) {
                return new Start(restart.inputRow(), restart.outputRow(), 0, restarts);
            }
        }
        return AT_FIRST_ROW;
    }
}
