package dev.batchwright.generated;

import dev.batchwright.Batch;
import dev.batchwright.shard.ShardSerializer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A batch that is being filled. Used by one thread.
 *
 * @param <T> the rows
 */
public final class PendingBatch<T> {

    private static final int FIRST_CAPACITY = 64;

    private final ShardSerializer<T> serializer;
    private final int maxRows;
    private final long maxBytes;
    private Object[] rows;
    private int size;
    private long bytes;

    PendingBatch(ShardSerializer<T> serializer, int maxRows, long maxBytes) {
        this.serializer = serializer;
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        this.rows = new Object[Math.min(maxRows, FIRST_CAPACITY)];
    }

    /**
     * Measures a row.
     *
     * @param row the row
     * @return its bytes, for {@link #fits} and {@link #add}
     */
    public long sizeOf(T row) {
        return serializer.sizeOf(row);
    }

    /**
     * Asks whether a row may join the rows that are here. A row alone always may.
     *
     * @param rowBytes its size
     * @return false if the batch has to be taken first
     */
    public boolean fits(long rowBytes) {
        return size == 0 || (size < maxRows && bytes + rowBytes <= maxBytes);
    }

    /**
     * Adds a row that fits.
     *
     * @param row the row
     * @param rowBytes its size
     */
    public void add(T row, long rowBytes) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.min(maxRows, 2 * size));
        }
        rows[size++] = row;
        bytes += rowBytes;
    }

    /**
     * Asks whether the batch should be taken now.
     *
     * @return true if no further row can join
     */
    public boolean isFull() {
        return size == maxRows || bytes >= maxBytes;
    }

    /**
     * Asks whether there is anything to take.
     *
     * @return true if no row is here
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The rows that are here.
     *
     * @return how many
     */
    public int size() {
        return size;
    }

    /**
     * Takes the batch; the next one begins empty.
     *
     * @return the rows so far
     */
    public Batch<T> take() {
        Batch<T> batch = new HeldBatch<>(size == rows.length ? rows : Arrays.copyOf(rows, size), bytes);
        rows = new Object[rows.length];
        size = 0;
        bytes = 0;
        return batch;
    }

    private static final class HeldBatch<T> extends AbstractList<T> implements Batch<T>, RandomAccess {

        private final Object[] rows;
        private final long bytes;

        HeldBatch(Object[] rows, long bytes) {
            this.rows = rows;
            this.bytes = bytes;
        }

        @Override
        @SuppressWarnings("unchecked") // only rows of type T were added
        public T get(int row) {
            return (T) rows[Objects.checkIndex(row, rows.length)];
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public long bytes() {
            return bytes;
        }
    }
}
