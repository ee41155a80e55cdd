package dev.batchwright.shard;

import dev.batchwright.Batch;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The base of the generated {@code …Batch} classes: rows that are either held as objects or still encoded, with typed access by
 * column. A column is decoded when it is first touched, and kept. Not safe for use by several threads at once.
 *
 * @param <T> the rows
 */
public abstract class LazyBatch<T> extends AbstractList<T> implements Batch<T>, RandomAccess {

    /** The header of an object and its share of what refers to it. */
    private static final long OBJECT_BYTES = 24;

    private final @Nullable Batch<T> held;
    private final @Nullable ColumnSource columns;
    private final int size;
    private long bytes = -1;

    /**
     * Makes an accessor of rows that are held already.
     *
     * @param rows the rows
     */
    protected LazyBatch(Batch<T> rows) {
        this.held = Objects.requireNonNull(rows);
        this.columns = null;
        this.size = rows.size();
    }

    /**
     * Makes an accessor of rows that are still encoded.
     *
     * @param columns the encoded rows
     */
    protected LazyBatch(ColumnSource columns) {
        this.held = null;
        this.columns = Objects.requireNonNull(columns);
        this.size = columns.rows();
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final T get(int row) {
        return held != null ? held.get(row) : build(Objects.checkIndex(row, size));
    }

    @Override
    public final long bytes() {
        if (held != null) {
            return held.bytes();
        }
        if (bytes < 0) {
            long stored = encoded().storedBytes();
            bytes = stored < 0 ? builtBytes() : stored + (long) size * rowBytes();
        }
        return bytes;
    }

    private long builtBytes() {
        long sum = 0;
        for (int row = 0; row < size; row++) {
            sum += serializer().sizeOf(build(row));
        }
        return sum;
    }

    /** What the objects of a row take besides what is stored of them. */
    private long rowBytes() {
        return OBJECT_BYTES * (1L + serializer().schema().columns().size());
    }

    /**
     * The rows where they are held as objects.
     *
     * @return the rows, or null if they are encoded
     */
    protected final @Nullable Batch<T> held() {
        return held;
    }

    /**
     * Opens a column of encoded rows.
     *
     * @param index the index of the column in the schema
     * @return its values from the first row on
     */
    protected final ValueReader column(int index) {
        return encoded().column(index);
    }

    /**
     * Decodes a column of encoded rows, or finds it in memory.
     *
     * @param index the index of the column in the schema
     * @param column how it is decoded
     * @param <V> what holds its values
     * @return the values of all rows, which this batch does not give out but one by one
     */
    protected final <V> V decoded(int index, LazyColumn<V> column) {
        return encoded().decode(index, column);
    }

    private ColumnSource encoded() {
        if (columns == null) {
            throw new IllegalStateException("These rows are held as objects and have no encoded columns");
        }
        return columns;
    }

    /**
     * Builds a row out of its decoded columns.
     *
     * @param row the index of the row, within bounds
     * @return the row
     */
    protected abstract T build(int row);

    /**
     * The serializer of these rows.
     *
     * @return the generated serializer
     */
    protected abstract ShardSerializer<T> serializer();
}
