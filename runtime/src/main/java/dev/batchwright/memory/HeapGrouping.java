package dev.batchwright.memory;

import dev.batchwright.Dataset;
import dev.batchwright.generated.KeyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A grouping that holds all rows on the heap and sorts them there. It ends the run with a clear message rather than take more than
 * the budget.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
public final class HeapGrouping<K, T> implements Grouping<K, T> {

    /** What an entry takes besides its row: the entry itself, its key, and its place in a list. */
    private static final long ENTRY_BYTES = 72;

    private final String step;
    private final KeyOrder<K> order;
    private final ToLongFunction<T> sizeOf;
    private final MemoryBudget budget;
    private final List<Partition<K, T>> partitions = new ArrayList<>();

    /**
     * Makes an empty grouping.
     *
     * @param step the step that groups, for messages
     * @param order the order of the keys
     * @param sizeOf the size of a row in bytes
     * @param partitions how many partitions there are
     * @param budget what the rows are counted against
     */
    public HeapGrouping(String step, KeyOrder<K> order, ToLongFunction<T> sizeOf, int partitions, MemoryBudget budget) {
        this.step = step;
        this.order = order;
        this.sizeOf = sizeOf;
        this.budget = budget;
        for (int i = 0; i < partitions; i++) {
            this.partitions.add(new Partition<>());
        }
    }

    @Override
    public Feed<K, T> feed(int position) {
        return new HeapFeed(position);
    }

    @Override
    public Groups<K, T> open(int partition) {
        Partition<K, T> taken = partitions.set(partition, new Partition<>());
        taken.entries.sort(Comparator.<Entry<K, T>, K>comparing(Entry::key, order)
                .thenComparingInt(Entry::position)
                .thenComparingLong(Entry::index));
        return new HeapGroups(taken);
    }

    @Override
    public void close() {
        partitions.forEach(this::release);
    }

    private void release(Partition<K, T> partition) {
        budget.release(partition.bytes);
        partition.bytes = 0;
        partition.entries.clear();
    }

    private record Entry<K, T>(K key, T row, int position, long index) {}

    private static final class Partition<K, T> {

        private final List<Entry<K, T>> entries = new ArrayList<>();
        private long bytes;

        synchronized void addAll(Partition<K, T> other) {
            entries.addAll(other.entries);
            bytes += other.bytes;
        }
    }

    private final class HeapFeed implements Feed<K, T> {

        private final int position;
        private final List<Partition<K, T>> added = new ArrayList<>();
        private long index;

        HeapFeed(int position) {
            this.position = position;
            partitions.forEach(partition -> added.add(new Partition<>()));
        }

        @Override
        public void add(K key, T row) {
            long bytes = sizeOf.applyAsLong(row) + ENTRY_BYTES;
            budget.reserve(step, bytes);
            Partition<K, T> partition = added.get((int) Long.remainderUnsigned(order.hash(key), added.size()));
            partition.entries.add(new Entry<>(key, row, position, index++));
            partition.bytes += bytes;
        }

        @Override
        public void close() {
            for (int i = 0; i < added.size(); i++) {
                partitions.get(i).addAll(added.get(i));
            }
            added.clear();
        }
    }

    private final class HeapGroups implements Groups<K, T> {

        private final Partition<K, T> partition;
        private final List<Entry<K, T>> entries;
        private int from;
        private int to;

        HeapGroups(Partition<K, T> partition) {
            this.partition = partition;
            this.entries = partition.entries;
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
            release(partition);
        }
    }
}
