package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import java.util.Iterator;
import java.util.OptionalLong;

/** Rows whose reading ends when the run is to end. */
record StoppableDataset<T>(Dataset<T> rows, StopSignal stop) implements Dataset<T> {

    @Override
    public Iterator<T> iterator() {
        return new Stoppable<>(rows.iterator(), stop);
    }

    @Override
    public Iterable<Batch<T>> batches(int size) {
        return () -> new Stoppable<>(rows.batches(size).iterator(), stop);
    }

    @Override
    public OptionalLong size() {
        return rows.size();
    }

    @Override
    public void close() {
        rows.close();
    }

    private record Stoppable<R>(Iterator<R> iterator, StopSignal stop) implements Iterator<R> {

        @Override
        public boolean hasNext() {
            stop.check();
            return iterator.hasNext();
        }

        @Override
        public R next() {
            return iterator.next();
        }
    }
}
