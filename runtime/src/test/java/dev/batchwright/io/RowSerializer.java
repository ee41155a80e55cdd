package dev.batchwright.io;

import dev.batchwright.Batch;
import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueWriter;
import java.util.List;

/** The part of a generated serializer that text files need. */
abstract class RowSerializer<T> extends ShardSerializer<T> {

    RowSerializer(Class<T> rowType, RecordType schema) {
        super(rowType, schema);
    }

    @Override
    public long sizeOf(T row) {
        return 64;
    }

    @Override
    public void writeColumn(int column, List<T> rows, ValueWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LazyBatch<T> batch(ColumnSource columns) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LazyBatch<T> batch(Batch<T> rows) {
        throw new UnsupportedOperationException();
    }
}
