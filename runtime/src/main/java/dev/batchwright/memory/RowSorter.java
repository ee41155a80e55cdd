package dev.batchwright.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sorts rows by an external merge sort (Knuth, The Art of Computer Programming 3, 5.4): they are held as long as there is memory, then
 * sorted and written to files, of which some are merged until all that are left may be open at once. Rows are added by one thread; any may
 * ask it to spill.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
final class RowSorter<K, T> implements Spillable, AutoCloseable {

    private final SortSpace<T> space;
    private final Spill<T> spill;
    private final Function<? super T, ? extends K> keyOf;
    private final Comparator<? super K> order;
    private final UnaryOperator<Iterator<T>> reduction;
    private final OpenFiles openFiles;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong bytes = new AtomicLong();
    private final List<Spill.Run> runs = new ArrayList<>();
    private List<Keyed<K, T>> held = new ArrayList<>();
    private @Nullable RuntimeException failure;

    private record Keyed<K, T>(K key, T row) {}

    /**
     * Begins without rows.
     *
     * @param space what it takes
     * @param keyOf gives the key of a row, the same each time
     * @param order the order of the keys
     * @param reduction what of sorted rows is kept
     */
    RowSorter(
            SortSpace<T> space,
            Function<? super T, ? extends K> keyOf,
            Comparator<? super K> order,
            UnaryOperator<Iterator<T>> reduction) {
        this.space = space;
        this.spill = new Spill<>(space.step(), space.form());
        this.keyOf = keyOf;
        this.order = order;
        this.reduction = reduction;
        this.openFiles = OpenFiles.within(space.budget());
        space.budget().register(this);
    }

    /** Sorts all rows. */
    SortedRows<K, T> sort(Iterator<T> rows) {
        try (this) {
            while (rows.hasNext()) {
                add(rows.next());
            }
            return end();
        }
    }

    private void add(T row) {
        K key = keyOf.apply(row);
        long size = spill.sizeOf(row) + FeedBuffer.ENTRY_BYTES;
        lock.lock();
        try {
            reserve(size); // it may have these rows spilled
            held.add(new Keyed<>(key, row));
            bytes.addAndGet(size);
        } finally {
            lock.unlock();
        }
    }

    private void reserve(long size) {
        space.budget().reserve(space.step(), size, this::checkWhileWaiting);
    }

    /** Who had rows spilled may have been another thread, which is not to blame for a comparator that fails. */
    private void checkWhileWaiting() {
        if (failure != null) {
            throw failure;
        }
        space.waiting().run();
    }

    /**
     * What does not fit goes to files as a whole, and so does what leaves little room for others: they would have to go to many small files,
     * as those spill first that hold least.
     */
    private SortedRows<K, T> end() {
        lock.lock();
        try {
            if (!runs.isEmpty() || bytes.get() > space.budget().limit() / 2) {
                spillHeld();
            }
            if (failure != null) {
                throw failure;
            }
            mergeUntilFew();
            List<T> inMemory = new ArrayList<>();
            sorted().forEachRemaining(inMemory::add);
            SortedRows<K, T> sorted = new SortedRows<>(space, new Order<>(keyOf, order), runs, inMemory, bytes.get());
            bytes.set(0);
            held = new ArrayList<>();
            runs.clear();
            return sorted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The order of rows.
     *
     * @param keyOf gives the key of a row
     * @param ofKeys the order of the keys
     */
    record Order<K, T>(Function<? super T, ? extends K> keyOf, Comparator<? super K> ofKeys) {}

    private Iterator<T> sorted() {
        held.sort(Comparator.comparing(Keyed::key, order));
        return reduction.apply(held.stream().map(Keyed::row).iterator());
    }

    /** No more files are merged than it takes, and those neighbours that have the fewest rows. */
    private void mergeUntilFew() {
        MergePasses<K, T> passes = new MergePasses<>(spill, order, keyOf, reduction, openFiles.most(), space.check());
        long needed = (openFiles.most() + 1) * openFiles.bytesEach();
        while (runs.size() > openFiles.most()) {
            reserve(needed);
            try {
                List<Spill.Run> neighbours = neighboursToMerge();
                SortedSource.InFile<T> merged = passes.merge(neighbours.stream()
                        .map(run -> SortedSource.of(spill, run))
                        .toList());
                neighbours.clear();
                neighbours.add(merged.run());
            } finally {
                space.budget().release(needed);
            }
        }
    }

    private List<Spill.Run> neighboursToMerge() {
        int count = Math.min(openFiles.most(), runs.size() - openFiles.most() + 1);
        List<Spill.Run> fewest = runs.subList(0, count);
        for (int from = 1; from + count <= runs.size(); from++) {
            List<Spill.Run> candidate = runs.subList(from, from + count);
            if (SortedRows.count(candidate) < SortedRows.count(fewest)) {
                fewest = candidate;
            }
        }
        return fewest;
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
            spillHeld();
            return before - bytes.get();
        } finally {
            lock.unlock();
        }
    }

    private void spillHeld() {
        if (held.isEmpty() || failure != null) {
            return;
        }
        try {
            runs.add(spill.write(sorted(), 1));
        } catch (RuntimeException e) {
            failure = e;
            return;
        }
        held = new ArrayList<>();
        space.budget().release(bytes.getAndSet(0));
    }

    /** Gives up what was not sorted to the end. */
    @Override
    public void close() {
        lock.lock();
        try {
            space.budget().unregister(this);
            held = new ArrayList<>();
            space.budget().release(bytes.getAndSet(0));
            runs.forEach(spill::delete);
            runs.clear();
        } finally {
            lock.unlock();
        }
    }
}
