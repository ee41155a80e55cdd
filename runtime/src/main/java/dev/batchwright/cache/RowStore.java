package dev.batchwright.cache;

import java.io.IOException;

/**
 * Takes the rows of one shard and keeps them. Used by one thread.
 *
 * @param <T> the rows
 */
public interface RowStore<T> extends AutoCloseable {

    /**
     * Adds a row.
     *
     * @param row the row
     */
    void add(T row);

    /**
     * Says that all rows so far stem from the input rows before a position, so that a part may end here.
     *
     * @param inputRow the position in the step's input shard
     */
    void boundary(long inputRow);

    /**
     * Ends the shard.
     *
     * @param inputRow the number of rows of the step's input shard
     * @param lastShard whether no shard follows, where that was not known beforehand
     */
    void finish(long inputRow, boolean lastShard);

    /** Gives up what is not committed, if anything. */
    @Override
    void close() throws IOException;
}
