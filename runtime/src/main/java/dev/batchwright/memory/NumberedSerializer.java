package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.util.List;

/**
 * Stores rows with their numbers in a format of whole rows: each row as a nested record by its own serializer.
 *
 * @param <T> the rows
 */
final class NumberedSerializer<T> extends ShardSerializer<Numbered<T>> {

    private static final long NUMBER_BYTES = 32;

    private final ShardSerializer<T> rows;

    @SuppressWarnings("unchecked") // a class has no type arguments
    NumberedSerializer(ShardSerializer<T> rows) {
        super((Class<Numbered<T>>) (Class<?>) Numbered.class, schema(rows.schema()));
        this.rows = rows;
    }

    private static RecordType schema(RecordType row) {
        return RecordType.named("Numbered")
                .column("number", ScalarType.LONG)
                .column("row", row)
                .build();
    }

    @Override
    public long sizeOf(Numbered<T> row) {
        return NUMBER_BYTES + rows.sizeOf(row.row());
    }

    @Override
    public void write(Numbered<T> row, ValueWriter out) {
        out.beginRecord(schema());
        out.writeLong(row.number());
        rows.write(row.row(), out);
        out.endRecord();
    }

    @Override
    public Numbered<T> read(ValueReader in) {
        in.beginRecord(schema());
        long number = in.readLong();
        in.nextColumn();
        T row = rows.read(in);
        in.nextColumn();
        return new Numbered<>(number, row);
    }

    @Override
    public void writeColumn(int column, List<Numbered<T>> batch, ValueWriter out) {
        throw new UnsupportedOperationException("Rows with numbers are written one by one");
    }

    /** Rows that are passed over; nobody looks at any. */
    @Override
    public LazyBatch<Numbered<T>> batch(ColumnSource columns) {
        return new LazyBatch<>(columns) {
            @Override
            protected Numbered<T> build(int row) {
                throw new UnsupportedOperationException("Rows with numbers are read one by one");
            }

            @Override
            protected ShardSerializer<Numbered<T>> serializer() {
                return NumberedSerializer.this;
            }
        };
    }

    @Override
    public LazyBatch<Numbered<T>> batch(Batch<Numbered<T>> held) {
        throw new UnsupportedOperationException("Rows with numbers are handed to no step");
    }
}
