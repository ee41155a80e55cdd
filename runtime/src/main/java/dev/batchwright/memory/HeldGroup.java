package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import java.util.Iterator;
import java.util.OptionalLong;

/**
 * A group that is held. Like one in a file it cannot be sorted, so that a step does not fail just where a group is large: sorting asks for
 * memory, and other tasks, which hold a group as well, may wait for the same.
 *
 * @param rows the rows
 * @param <T> the rows
 */
record HeldGroup<T>(Dataset<T> rows) implements Dataset<T> {

    @Override
    public Iterator<T> iterator() {
        return rows.iterator();
    }

    @Override
    public Iterable<Batch<T>> batches(int size) {
        return rows.batches(size);
    }

    @Override
    public OptionalLong size() {
        return rows.size();
    }

    @Override
    public void close() {
        rows.close();
    }
}
