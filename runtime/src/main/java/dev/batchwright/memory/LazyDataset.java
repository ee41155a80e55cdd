package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are made when the first is asked for.
 *
 * @param <T> the rows
 */
final class LazyDataset<T> implements Dataset<T> {

    private final Supplier<Sorting.Result<T>> maker;
    private final Supplier<OptionalLong> sizeBefore;
    private final SortSpace<T> space;
    private Sorting.@Nullable Result<T> result;
    private boolean closed;

    /**
     * Makes nothing yet.
     *
     * @param maker makes the rows
     * @param sizeBefore how many there will be, as far as it is known before
     * @param space what counts the bytes of rows
     */
    LazyDataset(Supplier<Sorting.Result<T>> maker, Supplier<OptionalLong> sizeBefore, SortSpace<T> space) {
        this.maker = maker;
        this.sizeBefore = sizeBefore;
        this.space = space;
    }

    private synchronized Sorting.Result<T> result() {
        if (closed) {
            throw new IllegalStateException("The dataset that step " + space.step()
                    + " has sorted is closed: it is valid as long as the one that it was made of");
        }
        Sorting.Result<T> made = result;
        if (made == null) {
            made = maker.get();
            result = made;
        }
        return made;
    }

    @Override
    public Iterator<T> iterator() {
        return result().iterator();
    }

    @Override
    public Iterable<Batch<T>> batches(int rows) {
        return RowBatch.of(this, rows, space.form().serializer());
    }

    @Override
    public synchronized OptionalLong size() {
        return result == null ? sizeBefore.get() : OptionalLong.of(result.rows());
    }

    @Override
    public synchronized void close() {
        closed = true;
        Sorting.Result<T> made = result;
        result = null;
        if (made != null) {
            made.close();
        }
    }
}
