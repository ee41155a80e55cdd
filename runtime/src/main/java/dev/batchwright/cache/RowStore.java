package dev.batchwright.cache;

import java.io.IOException;

/**
 * Keeps the rows of one shard, or the news that they were dealt with. A part is closed by {@link #endPart} and becomes visible by
 * {@link #commit}, so that the parts of several steps can be closed in one order and committed in another. Used by one thread.
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
     * Closes the open part. Does nothing if nothing has come since the last one.
     *
     * @param position how far the step has come
     */
    void endPart(InputPosition position);

    /** Makes the part visible that was closed, if one was. */
    void commit();

    /**
     * Ends the shard, and makes its last part visible.
     *
     * @param position how far the step has come: to the end of its input
     * @param lastShard whether no shard follows, where that was not known beforehand
     */
    void finish(InputPosition position, boolean lastShard);

    /** Gives up what is not committed, if anything. */
    @Override
    void close() throws IOException;
}
