package dev.batchwright.engine;

import dev.batchwright.cache.InputPosition;
import dev.batchwright.cache.RowStore;
import java.io.IOException;

/**
 * Keeps the rows of one part between others. Where a shard ends before the part does, the step has made less than before.
 *
 * @param <T> the rows
 */
record SinglePart<T>(RowStore<T> store) implements RowStore<T> {

    @Override
    public void add(T row) {
        store.add(row);
    }

    @Override
    public void endPart(InputPosition position) {
        store.endPart(position);
    }

    @Override
    public void commit() {
        store.commit();
    }

    @Override
    public void finish(InputPosition position, boolean lastShard) {
        throw new PartMade(false);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
