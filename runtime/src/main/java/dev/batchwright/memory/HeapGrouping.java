package dev.batchwright.memory;

import dev.batchwright.BatchwrightException;
import dev.batchwright.ByteSize;
import dev.batchwright.Dataset;
import dev.batchwright.generated.KeyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * A grouping that holds all rows on the heap and sorts them there. It ends the run with a clear message rather than take more than
 * the budget.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
public final class HeapGrouping<K, T> implements Grouping<K, T> {

    private static final long ENTRY_BYTES = 48;

    private final String step;
    private final KeyOrder<K> order;
    private final ToLongFunction<T> sizeOf;
    private final long budget;
    private final List<List<Entry<K, T>>> partitions = new ArrayList<>();
    private final AtomicLong held = new AtomicLong();

    /**
     * Makes an empty grouping.
     *
     * @param step the step that groups, for messages
     * @param order the order of the keys
     * @param sizeOf the size of a row in bytes
     * @param partitions how many partitions there are
     * @param budget the most that may be held, in bytes
     */
    public HeapGrouping(String step, KeyOrder<K> order, ToLongFunction<T> sizeOf, int partitions, long budget) {
        this.step = step;
        this.order = order;
        this.sizeOf = sizeOf;
        this.budget = budget;
        for (int i = 0; i < partitions; i++) {
            this.partitions.add(new ArrayList<>());
        }
    }

    @Override
    public Feed<K, T> feed(int position) {
        return new HeapFeed(position);
    }

    @Override
    public Groups<K, T> open(int partition) {
        List<Entry<K, T>> entries = partitions.get(partition);
        synchronized (entries) {
            entries.sort(Comparator.<Entry<K, T>, K>comparing(Entry::key, order)
                    .thenComparingInt(Entry::position)
                    .thenComparingLong(Entry::index));
            return new HeapGroups(new ArrayList<>(entries));
        }
    }

    @Override
    public void close() {
        partitions.forEach(List::clear);
    }

    private void reserve(long bytes) {
        long sum = held.addAndGet(bytes);
        if (sum > budget) {
            throw new BatchwrightException("Step " + step + " groups more rows than memory allows: it holds "
                    + ByteSize.format(sum) + " of a budget of " + ByteSize.format(budget)
                    + ". Raise RunOptions.memory and the heap (-Xmx), or let fewer or smaller rows reach the step.");
        }
    }

    private record Entry<K, T>(K key, T row, int position, long index) {}

    private final class HeapFeed implements Feed<K, T> {

        private final int position;
        private final List<List<Entry<K, T>>> added = new ArrayList<>();
        private long index;

        HeapFeed(int position) {
            this.position = position;
            partitions.forEach(partition -> added.add(new ArrayList<>()));
        }

        @Override
        public void add(K key, T row) {
            reserve(sizeOf.applyAsLong(row) + ENTRY_BYTES);
            int partition = (int) Long.remainderUnsigned(order.hash(key), added.size());
            added.get(partition).add(new Entry<>(key, row, position, index++));
        }

        @Override
        public void close() {
            for (int i = 0; i < added.size(); i++) {
                List<Entry<K, T>> entries = partitions.get(i);
                synchronized (entries) {
                    entries.addAll(added.get(i));
                }
                added.get(i).clear();
            }
        }
    }

    private final class HeapGroups implements Groups<K, T> {

        private final List<Entry<K, T>> entries;
        private int from;
        private int to;

        HeapGroups(List<Entry<K, T>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean next() {
            from = to;
            while (to < entries.size()
                    && order.compare(entries.get(from).key(), entries.get(to).key()) == 0) {
                to++;
            }
            return from < to;
        }

        @Override
        public K key() {
            return entries.get(from).key();
        }

        @Override
        public Dataset<T> rows() {
            return Dataset.of(entries.subList(from, to).stream().map(Entry::row).toList());
        }

        @Override
        public void close() {
            entries.clear();
        }
    }
}
