package dev.batchwright.memory;

import dev.batchwright.generated.KeyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The rows of one feed, spread over the partitions: in memory as long as there is room, else in files, each with the rows of a partition
 * in the order of their keys. Rows are added by one thread; any may ask it to spill.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
final class FeedBuffer<K, T> implements Spillable {

    /** What an entry takes besides its row: the entry itself, its key, and its place in a list. */
    static final long ENTRY_BYTES = 72;

    private final Spill<T> spill;
    private final KeyOrder<K> order;
    private final MemoryBudget budget;
    private final List<Share<K, T>> shares = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong bytes = new AtomicLong();

    private record Entry<K, T>(K key, T row) {}

    /** The rows of one partition. */
    private static final class Share<K, T> {

        private List<Entry<K, T>> entries = new ArrayList<>();
        private final List<Spill.Run> runs = new ArrayList<>();
        private long bytes;
    }

    FeedBuffer(Spill<T> spill, KeyOrder<K> order, int partitions, MemoryBudget budget) {
        this.spill = spill;
        this.order = order;
        this.budget = budget;
        for (int i = 0; i < partitions; i++) {
            shares.add(new Share<>());
        }
    }

    void add(String step, K key, T row, Runnable waiting) {
        long size = spill.sizeOf(row) + ENTRY_BYTES;
        lock.lock();
        try {
            budget.reserve(step, size, waiting); // it may have this buffer spill
            Share<K, T> share = shares.get((int) Long.remainderUnsigned(order.hash(key), shares.size()));
            share.entries.add(new Entry<>(key, row));
            share.bytes += size;
            bytes.addAndGet(size);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long spillable() {
        return bytes.get();
    }

    @Override
    public long spill() {
        if (!lock.tryLock()) {
            return 0;
        }
        try {
            long before = bytes.get();
            shares.forEach(this::spill);
            return before - bytes.get();
        } finally {
            lock.unlock();
        }
    }

    /** What the rows of a partition take that are in memory. */
    long bytes(int partition) {
        lock.lock();
        try {
            return shares.get(partition).bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Moves the rows of a partition to disk. */
    void spill(int partition) {
        lock.lock();
        try {
            spill(shares.get(partition));
        } finally {
            lock.unlock();
        }
    }

    private void spill(Share<K, T> share) {
        if (share.entries.isEmpty()) {
            return;
        }
        share.runs.add(spill.write(sorted(share).stream().map(Entry::row).iterator(), 1));
        share.entries = new ArrayList<>();
        forget(share);
    }

    private void forget(Share<K, T> share) {
        long freed = share.bytes;
        share.bytes = 0;
        bytes.addAndGet(-freed);
        budget.release(freed);
    }

    /** Rows of one key stay in the order in which they came. */
    private List<Entry<K, T>> sorted(Share<K, T> share) {
        share.entries.sort(Comparator.comparing(Entry::key, order));
        return share.entries;
    }

    /**
     * What a partition takes out of a buffer.
     *
     * @param sources the rows, those that came first at the beginning
     * @param bytes what those in memory hold; whoever takes them gives them back
     */
    record Taken<T>(List<SortedSource<T>> sources, long bytes) {}

    /** How many files there are of a partition. */
    int files(int partition) {
        lock.lock();
        try {
            return shares.get(partition).runs.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the rows of a partition, which is not done twice. */
    Taken<T> take(int partition) {
        lock.lock();
        try {
            Share<K, T> share = shares.set(partition, new Share<>());
            List<SortedSource<T>> sources = new ArrayList<>();
            for (Spill.Run run : share.runs) {
                sources.add(SortedSource.of(spill, run));
            }
            if (!share.entries.isEmpty()) {
                sources.add(
                        SortedSource.of(sorted(share).stream().map(Entry::row).iterator()));
            }
            bytes.addAndGet(-share.bytes);
            return new Taken<>(sources, share.bytes);
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what no partition has taken. */
    void close() {
        lock.lock();
        try {
            for (Share<K, T> share : shares) {
                share.entries = new ArrayList<>();
                share.runs.forEach(spill::delete);
                share.runs.clear();
                forget(share);
            }
        } finally {
            lock.unlock();
        }
    }
}
