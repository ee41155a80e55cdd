package dev.batchwright.shard.object;

import dev.batchwright.InvalidRowException;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueWriter;

/**
 * Encodes rows as parts of the object format hold them, for blocks that go elsewhere than into a file. Used by one thread.
 *
 * @param <T> the rows
 */
public final class RowBlockWriter<T> {

    private final ShardSerializer<T> serializer;
    private TextEncoder block;
    private ValueWriter values;
    private int rows;

    /**
     * Begins without a row.
     *
     * @param serializer writes the rows
     */
    public RowBlockWriter(ShardSerializer<T> serializer) {
        this.serializer = serializer;
        this.block = new TextEncoder();
        this.values = new ObjectWriter(serializer.schema(), block);
    }

    /**
     * Appends a row.
     *
     * @param row the row
     * @throws InvalidRowException if it cannot be encoded; the block is empty then
     */
    public void add(T row) {
        boolean added = false;
        try {
            serializer.write(row, values);
            rows++;
            added = true;
        } finally {
            if (!added) {
                restart();
            }
        }
    }

    /** What has been written of a row that did not end well cannot be taken back. */
    private void restart() {
        block = new TextEncoder();
        values = new ObjectWriter(serializer.schema(), block);
        rows = 0;
    }

    /**
     * How many rows the block has.
     *
     * @return the number
     */
    public int rows() {
        return rows;
    }

    /**
     * How long the block is.
     *
     * @return a number of bytes
     */
    public int length() {
        return block.position();
    }

    /**
     * What holds the block until another row is added.
     *
     * @return the bytes, which are more than the block is long
     */
    public byte[] array() {
        return block.array();
    }

    /** Begins anew. */
    public void clear() {
        block.clear();
        rows = 0;
    }
}
