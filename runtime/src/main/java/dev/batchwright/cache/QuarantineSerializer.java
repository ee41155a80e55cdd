package dev.batchwright.cache;

import dev.batchwright.Batch;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores rows that were put aside: the row itself as a nested record by its own serializer, and beside it where it was and what went
 * wrong.
 *
 * @param <R> the rows
 */
final class QuarantineSerializer<R> extends ShardSerializer<QuarantinedRow<R>> {

    private static final int ROW = 0;
    private static final int SHARD = 1;
    private static final int POSITION = 2;
    private static final int BATCH = 3;
    private static final int ROWS_BEFORE = 4;
    private static final int ERROR = 5;
    private static final int TRACE = 6;

    private static final long FIXED_BYTES = 64;

    private final ShardSerializer<R> rows;

    @SuppressWarnings("unchecked") // a class has no type arguments
    QuarantineSerializer(ShardSerializer<R> rows) {
        super((Class<QuarantinedRow<R>>) (Class<?>) QuarantinedRow.class, schema(rows.schema()));
        this.rows = rows;
    }

    static RecordType schema(RecordType row) {
        return RecordType.named("QuarantinedRow")
                .column("row", row)
                .column("shard", ScalarType.INT)
                .column("position", ScalarType.LONG)
                .column("batch", ScalarType.LONG)
                .column("rowsBefore", ScalarType.LONG)
                .column("error", ScalarType.STRING)
                .column("trace", ScalarType.STRING)
                .build();
    }

    @Override
    public long sizeOf(QuarantinedRow<R> row) {
        return FIXED_BYTES
                + rows.sizeOf(row.row())
                + 2L * (row.error().length() + row.trace().length());
    }

    @Override
    public void write(QuarantinedRow<R> row, ValueWriter out) {
        out.beginRecord(schema());
        for (int column = ROW; column <= TRACE; column++) {
            write(column, row, out);
        }
        out.endRecord();
    }

    @Override
    public void writeColumn(int column, List<QuarantinedRow<R>> batch, ValueWriter out) {
        for (QuarantinedRow<R> row : batch) {
            out.nextRow();
            write(column, row, out);
        }
    }

    private void write(int column, QuarantinedRow<R> row, ValueWriter out) {
        switch (column) {
            case ROW -> rows.write(row.row(), out);
            case SHARD -> out.writeInt(row.shard());
            case POSITION -> out.writeLong(row.position());
            case BATCH -> out.writeLong(row.batch());
            case ROWS_BEFORE -> out.writeLong(row.rowsBefore());
            case ERROR -> out.writeString(row.error());
            case TRACE -> out.writeString(row.trace());
            default -> throw unknownColumn(column);
        }
    }

    @Override
    public QuarantinedRow<R> read(ValueReader in) {
        throw new UnsupportedOperationException("Rows that were put aside are read column by column");
    }

    @Override
    public LazyBatch<QuarantinedRow<R>> batch(ColumnSource columns) {
        return new Rows(columns);
    }

    @Override
    public LazyBatch<QuarantinedRow<R>> batch(Batch<QuarantinedRow<R>> held) {
        throw new UnsupportedOperationException("Rows that were put aside are handed to no step");
    }

    /** Rows of which all columns are wanted, so that they are built together. */
    private final class Rows extends LazyBatch<QuarantinedRow<R>> {

        private final List<QuarantinedRow<R>> built = new ArrayList<>();

        private Rows(ColumnSource columns) {
            super(columns);
        }

        @Override
        protected QuarantinedRow<R> build(int row) {
            if (built.isEmpty()) {
                buildAll();
            }
            return built.get(row);
        }

        private void buildAll() {
            List<ValueReader> readers = new ArrayList<>();
            for (int column = ROW; column <= TRACE; column++) {
                readers.add(column(column));
            }
            for (int row = 0; row < size(); row++) {
                readers.forEach(ValueReader::nextRow);
                built.add(new QuarantinedRow<>(
                        rows.read(readers.get(ROW)),
                        readers.get(SHARD).readInt(),
                        readers.get(POSITION).readLong(),
                        readers.get(BATCH).readLong(),
                        readers.get(ROWS_BEFORE).readLong(),
                        readers.get(ERROR).readString(),
                        readers.get(TRACE).readString()));
            }
        }

        @Override
        protected ShardSerializer<QuarantinedRow<R>> serializer() {
            return QuarantineSerializer.this;
        }
    }
}
