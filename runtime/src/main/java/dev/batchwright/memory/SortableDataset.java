package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import java.util.Comparator;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Rows that can be sorted, within a budget. What was sorted is closed with them.
 *
 * @param <T> the rows
 */
public final class SortableDataset<T> implements Dataset<T> {

    private final Dataset<T> rows;
    private final SortSpace<T> space;
    private final UnaryOperator<Dataset<T>> watch;
    private final Set<Dataset<T>> sorted = ConcurrentHashMap.newKeySet();

    /**
     * Lets rows be sorted.
     *
     * @param rows the rows; closed with this
     * @param space what sorting takes
     */
    public SortableDataset(Dataset<T> rows, SortSpace<T> space) {
        this(rows, space, UnaryOperator.identity());
    }

    /**
     * Lets rows be sorted that somebody watches.
     *
     * @param rows the rows; closed with this
     * @param space what sorting takes
     * @param watch puts whoever watches before sorted rows, which are read from elsewhere than the others
     */
    public SortableDataset(Dataset<T> rows, SortSpace<T> space, UnaryOperator<Dataset<T>> watch) {
        this.rows = rows;
        this.space = space;
        this.watch = watch;
    }

    @Override
    public <K> Dataset<T> sortedBy(Function<? super T, ? extends K> key, Comparator<? super K> order) {
        return register(new LazyDataset<>(
                () -> Sorting.sorted(rows, space, Sorting.key("sortedBy", space.step(), key), order),
                rows::size,
                space));
    }

    @Override
    public <K extends Comparable<? super K>> Dataset<T> distinctBy(Function<? super T, ? extends K> key) {
        return register(new LazyDataset<>(
                () -> Sorting.distinct(rows, space, Sorting.key("distinctBy", space.step(), key)),
                OptionalLong::empty,
                space));
    }

    private Dataset<T> register(Dataset<T> derived) {
        Dataset<T> sortable = new SortableDataset<>(watch.apply(derived), space, watch);
        sorted.add(sortable);
        return sortable;
    }

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
        try {
            sorted.forEach(Dataset::close);
        } finally {
            rows.close();
        }
    }
}
