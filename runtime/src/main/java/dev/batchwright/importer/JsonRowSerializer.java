package dev.batchwright.importer;

import dev.batchwright.Batch;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import dev.batchwright.text.JsonValueWriter;
import java.util.ArrayList;
import java.util.List;

/** Reads columns that no record was written for, and makes a line of JSON of each row. */
final class JsonRowSerializer extends ShardSerializer<byte[]> {

    JsonRowSerializer(RecordType columns) {
        super(byte[].class, columns);
    }

    @Override
    public LazyBatch<byte[]> batch(ColumnSource columns) {
        return new Rows(columns);
    }

    @Override
    public long sizeOf(byte[] row) {
        return row.length;
    }

    @Override
    public void write(byte[] row, ValueWriter out) {
        throw readOnly();
    }

    @Override
    public byte[] read(ValueReader in) {
        throw readOnly();
    }

    @Override
    public void writeColumn(int column, List<byte[]> rows, ValueWriter out) {
        throw readOnly();
    }

    @Override
    public LazyBatch<byte[]> batch(Batch<byte[]> rows) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("Rows of unknown columns are only read, column by column");
    }

    /** Rows that are asked for once each, in order, as their columns are read in step. */
    private final class Rows extends LazyBatch<byte[]> {

        private final List<ValueReader> readers = new ArrayList<>();
        private final RowText text = new RowText();
        private int next;

        private Rows(ColumnSource columns) {
            super(columns);
        }

        @Override
        protected byte[] build(int row) {
            if (row != next) {
                throw new IllegalStateException("Row " + next + " comes next, not row " + row);
            }
            next++;
            List<Column> columns = schema().columns();
            while (readers.size() < columns.size()) {
                readers.add(column(readers.size()));
            }
            text.begin();
            JsonValueWriter out = new JsonValueWriter(text.json());
            out.beginRecord(schema());
            for (int i = 0; i < columns.size(); i++) {
                readers.get(i).nextRow();
                ValueCopy.copy(columns.get(i).type(), columns.get(i).nullable(), readers.get(i), out);
            }
            out.endRecord();
            text.end();
            return text.copy();
        }

        @Override
        protected ShardSerializer<byte[]> serializer() {
            return JsonRowSerializer.this;
        }
    }
}
