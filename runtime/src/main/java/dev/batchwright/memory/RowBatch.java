package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.shard.ShardSerializer;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A batch of rows that were put together one by one. */
final class RowBatch<T> extends AbstractList<T> implements Batch<T>, RandomAccess {

    private final List<T> rows;
    private final ShardSerializer<T> serializer;

    RowBatch(List<T> rows, ShardSerializer<T> serializer) {
        this.rows = rows;
        this.serializer = serializer;
    }

    @Override
    public T get(int row) {
        return rows.get(row);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public long bytes() {
        return rows.stream().mapToLong(serializer::sizeOf).sum();
    }
}
