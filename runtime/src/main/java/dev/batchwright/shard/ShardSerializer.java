package dev.batchwright.shard;

import dev.batchwright.Batch;
import dev.batchwright.InvalidRowException;
import dev.batchwright.schema.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base of the generated {@code …ShardSerializer} classes: all that formats, sources and sinks need to know of a row. It has
 * no state and may be used by several threads at once.
 *
 * @param <T> the rows
 */
public abstract class ShardSerializer<T> {

    private final Class<T> rowType;
    private final RecordType schema;

    /**
     * Only for generated code.
     *
     * @param rowType the record
     * @param schema its columns
     */
    protected ShardSerializer(Class<T> rowType, RecordType schema) {
        this.rowType = rowType;
        this.schema = schema;
    }

    /**
     * The record that is stored.
     *
     * @return the record's class
     */
    public final Class<T> rowType() {
        return rowType;
    }

    /**
     * The columns of the row.
     *
     * @return the schema
     */
    public final RecordType schema() {
        return schema;
    }

    /**
     * The size of a row as the framework counts it: an estimate of the heap that the record and all it refers to take.
     *
     * @param row the row
     * @return a number of bytes
     */
    public abstract long sizeOf(T row);

    /**
     * Writes a whole row.
     *
     * @param row the row
     * @param out takes its values
     * @throws InvalidRowException if the row holds a null where none may be, or a value that cannot be stored
     */
    public abstract void write(T row, ValueWriter out);

    /**
     * Reads a whole row.
     *
     * @param in gives its values
     * @return the row
     */
    public abstract T read(ValueReader in);

    /**
     * Writes one column of several rows.
     *
     * @param column the index of the column in the schema
     * @param rows the rows
     * @param out takes the column's values, each after {@link ValueWriter#nextRow()}
     * @throws InvalidRowException if a row holds a null where none may be, or a value that cannot be stored
     */
    public abstract void writeColumn(int column, List<T> rows, ValueWriter out);

    /**
     * Makes a lazy accessor of encoded rows.
     *
     * @param columns the encoded rows
     * @return a batch that decodes a column when it is first touched
     */
    public abstract LazyBatch<T> batch(ColumnSource columns);

    /**
     * Makes a typed accessor of rows that are held as objects.
     *
     * @param rows the rows
     * @return the accessor
     */
    public abstract LazyBatch<T> batch(Batch<T> rows);

    /**
     * Refuses a null where the schema has none.
     *
     * @param value a component's value
     * @param component the record and the component, such as {@code Chunk.title}
     * @param <V> the component's type
     * @return the value
     * @throws InvalidRowException if it is null
     */
    protected static <V> V notNull(@Nullable V value, String component) {
        if (value == null) {
            throw new InvalidRowException(
                    component + " is null. Give it a value, or mark the component @Nullable if null is meant.", null);
        }
        return value;
    }

    /**
     * What to throw when a reader or a caller names a column that the schema does not have.
     *
     * @param column the index
     * @return the exception
     */
    protected static IllegalStateException unknownColumn(int column) {
        return new IllegalStateException("There is no column " + column);
    }

    /**
     * What to throw when a reader names a record that the sealed interface does not permit.
     *
     * @param variant the index
     * @return the exception
     */
    protected static IllegalStateException unknownVariant(int variant) {
        return new IllegalStateException("There is no variant " + variant);
    }

    /**
     * How large a hash table has to be to take some entries without growing.
     *
     * @param entries how many
     * @return the capacity
     */
    protected static int capacity(int entries) {
        return (int) Math.min(1 << 30, entries * 4L / 3 + 1);
    }
}
