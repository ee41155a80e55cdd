package dev.batchwright.memory;

import dev.batchwright.Dataset;
import dev.batchwright.generated.KeyOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a partition whose rows come in the order of their keys. A group is held while it is small; one that is not goes to a file
 * and is read from there, as often as it is asked for.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
final class SortedGroups<K, T> implements Grouping.Groups<K, T> {

    private final Merge<K, T> rows;
    private final KeyOrder<K> order;
    private final Spill<T> spill;
    private final MemoryBudget budget;
    private final long largestHeld;
    private final long bytes;
    private @Nullable K key;
    private @Nullable Dataset<T> group;
    private Spill.@Nullable Run file;
    private long groupBytes;
    private boolean closed;

    /**
     * Begins before the first group.
     *
     * @param largestHeld a group that has more bytes goes to a file
     * @param bytes what is given back at the end
     */
    SortedGroups(
            Merge<K, T> rows, KeyOrder<K> order, Spill<T> spill, MemoryBudget budget, long largestHeld, long bytes) {
        this.rows = rows;
        this.order = order;
        this.spill = spill;
        this.budget = budget;
        this.largestHeld = largestHeld;
        this.bytes = bytes;
    }

    @Override
    public boolean next() {
        if (key != null) {
            endGroup();
        }
        if (!rows.hasNext()) {
            return false;
        }
        key = rows.key();
        return true;
    }

    private void endGroup() {
        K ended = key();
        while (isOf(ended)) {
            rows.next();
        }
        if (group != null) {
            group.close();
        }
        if (file != null) {
            spill.delete(file);
        }
        budget.release(groupBytes);
        groupBytes = 0;
        group = null;
        file = null;
        key = null;
    }

    private boolean isOf(K wanted) {
        return rows.hasNext() && order.compare(rows.key(), wanted) == 0;
    }

    @Override
    public K key() {
        if (key == null) {
            throw new NoSuchElementException();
        }
        return key;
    }

    @Override
    public Dataset<T> rows() {
        Dataset<T> known = group;
        if (known == null) {
            known = collect(key());
            group = known;
        }
        return known;
    }

    private Dataset<T> collect(K wanted) {
        List<T> held = new ArrayList<>();
        while (isOf(wanted)) {
            T row = rows.next();
            long size = spill.sizeOf(row);
            held.add(row);
            if (groupBytes + size > largestHeld || !budget.take(size)) {
                return inFile(held, wanted);
            }
            groupBytes += size;
        }
        return new HeldGroup<>(Dataset.of(held));
    }

    private Dataset<T> inFile(List<T> held, K wanted) {
        Iterator<T> first = held.iterator();
        Spill.Run run = spill.write(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return first.hasNext() || isOf(wanted);
                    }

                    @Override
                    public T next() {
                        return first.hasNext() ? first.next() : rows.next();
                    }
                },
                rows.nextPass());
        file = run;
        budget.release(groupBytes);
        groupBytes = 0;
        return new SpilledDataset<>(spill, run, budget);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (group != null) {
                group.close();
            }
            if (file != null) {
                spill.delete(file);
            }
        } finally {
            budget.release(groupBytes + bytes);
            rows.close();
        }
    }
}
