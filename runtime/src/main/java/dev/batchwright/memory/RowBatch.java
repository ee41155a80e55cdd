package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.shard.ShardSerializer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

/** A batch of rows that were put together one by one. */
final class RowBatch<T> extends AbstractList<T> implements Batch<T>, RandomAccess {

    private final List<T> rows;
    private final ShardSerializer<T> serializer;

    private RowBatch(List<T> rows, ShardSerializer<T> serializer) {
        this.rows = rows;
        this.serializer = serializer;
    }

    /** Rows in batches, each of which is read when it is asked for. */
    static <T> Iterable<Batch<T>> of(Iterable<T> rows, int size, ShardSerializer<T> serializer) {
        if (size < 1) {
            throw new IllegalArgumentException("A batch holds at least 1 row, not " + size);
        }
        return () -> {
            Iterator<T> all = rows.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Batch<T> next() {
                    List<T> some = new ArrayList<>();
                    some.add(all.next());
                    while (some.size() < size && all.hasNext()) {
                        some.add(all.next());
                    }
                    return new RowBatch<>(some, serializer);
                }
            };
        };
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
