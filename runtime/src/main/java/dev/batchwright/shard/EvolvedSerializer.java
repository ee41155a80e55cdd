package dev.batchwright.shard;

import dev.batchwright.Batch;
import dev.batchwright.schema.Evolution;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.SchemaChange;
import java.util.List;

/**
 * Reads rows that were stored under an earlier schema of their record. To a format it is the serializer of the rows as they were
 * stored, so that none has to know of earlier schemas; what it gives are the rows as they are now. It writes nothing.
 *
 * @param <T> the rows as they are now
 */
public final class EvolvedSerializer<T> extends ShardSerializer<T> {

    private final ShardSerializer<T> wanted;
    private final Evolution row;

    private EvolvedSerializer(ShardSerializer<T> wanted, RecordType stored, Evolution row) {
        super(wanted.rowType(), stored);
        this.wanted = wanted;
        this.row = row;
    }

    /**
     * What reads rows of a stored schema as those of a serializer.
     *
     * @param stored the schema that they were stored under
     * @param wanted the serializer of the rows as they are now
     * @param <T> the rows as they are now
     * @return the serializer itself where the schemas are the same
     * @throws IllegalStateException if the rows cannot be read so, which {@link SchemaChange} tells
     */
    public static <T> ShardSerializer<T> of(RecordType stored, ShardSerializer<T> wanted) {
        Evolution row = SchemaChange.between(stored, wanted.schema()).evolution();
        return row.isSame() ? wanted : new EvolvedSerializer<>(wanted, stored, row);
    }

    @Override
    public T read(ValueReader in) {
        return wanted.read(new EvolvedReader(in, row));
    }

    @Override
    public LazyBatch<T> batch(ColumnSource columns) {
        return wanted.batch(new EvolvedColumns(columns, row, wanted));
    }

    @Override
    public LazyBatch<T> batch(Batch<T> rows) {
        return wanted.batch(rows);
    }

    @Override
    public long sizeOf(T row) {
        return wanted.sizeOf(row);
    }

    @Override
    public void write(T row, ValueWriter out) {
        throw cannotWrite();
    }

    @Override
    public void writeColumn(int column, List<T> rows, ValueWriter out) {
        throw cannotWrite();
    }

    private IllegalStateException cannotWrite() {
        return new IllegalStateException(
                "Rows of " + rowType().getName() + " are written as they are now, and not as they were");
    }
}
