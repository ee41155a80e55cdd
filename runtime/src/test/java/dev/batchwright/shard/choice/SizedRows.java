package dev.batchwright.shard.choice;

import dev.batchwright.Batch;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.util.Collections;
import java.util.List;

/** Rows that are numbers, and nothing but of a size: for formats that do not look at them. */
public final class SizedRows extends ShardSerializer<Object> {

    public static final RecordType SCHEMA =
            RecordType.named("Sized").column("number", ScalarType.INT).build();

    private final long size;

    public SizedRows(long size) {
        super(Object.class, SCHEMA);
        this.size = size;
    }

    public static List<Object> rows(int count) {
        return Collections.nCopies(count, 7);
    }

    @Override
    public long sizeOf(Object row) {
        return size;
    }

    @Override
    public void write(Object row, ValueWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object read(ValueReader in) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeColumn(int column, List<Object> rows, ValueWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LazyBatch<Object> batch(ColumnSource columns) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LazyBatch<Object> batch(Batch<Object> rows) {
        throw new UnsupportedOperationException();
    }
}
