package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Rows handed to a step, of which it is remembered when they could not be read, whatever the step makes of the exception.
 *
 * @param rows the rows
 * @param failure remembers
 * @param before is run before each row or batch, and ends the reading by an exception
 */
record WatchedDataset<T>(Dataset<T> rows, ReadFailure failure, Runnable before) implements Dataset<T> {

    @Override
    public Iterator<T> iterator() {
        return watched(rows::iterator);
    }

    @Override
    public Iterable<Batch<T>> batches(int size) {
        return () -> watched(rows.batches(size)::iterator);
    }

    /** Where rows are sorted, that is done when they are asked for. */
    private <R> Iterator<R> watched(Supplier<Iterator<R>> iterator) {
        try {
            return new Watched<>(iterator.get(), failure, before);
        } catch (Throwable e) {
            throw failure.remembered(e);
        }
    }

    @Override
    public OptionalLong size() {
        return rows.size();
    }

    @Override
    public void close() {
        rows.close();
    }

    private record Watched<R>(Iterator<R> iterator, ReadFailure failure, Runnable before) implements Iterator<R> {

        @Override
        public boolean hasNext() {
            try {
                before.run();
                return iterator.hasNext();
            } catch (Throwable e) {
                throw failure.remembered(e);
            }
        }

        @Override
        public R next() {
            try {
                return iterator.next();
            } catch (NoSuchElementException e) {
                throw e; // the step asked for more than there is
            } catch (Throwable e) {
                throw failure.remembered(e);
            }
        }
    }
}
