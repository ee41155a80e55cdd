package dev.batchwright.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are sorted by an external merge sort, and then read in order as often as they are asked for: held as long as there is memory,
 * else in files, of which so few are left that all of them can be merged as they are read.
 *
 * <p>Whatever it holds it can give back: rows go to a file, and iterators close their files and open them again where they were. So a
 * thread that waits for memory never holds any that others wait for, however many iterators it has left open.
 *
 * <p>Rows are added by one thread, and read by any number afterwards; any may ask it to spill.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
final class SortedRows<K, T> implements Spillable, Sorting.Result<T> {

    private final SortSpace<T> space;
    private final Spill<T> spill;
    private final Function<? super T, ? extends K> keyOf;
    private final Comparator<? super K> order;
    private final UnaryOperator<Iterator<T>> reduction;
    private final OpenFiles openFiles;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<Cursor> cursors = ConcurrentHashMap.newKeySet();
    private List<Spill.Run> runs = new ArrayList<>();
    private List<Keyed<K, T>> held = new ArrayList<>();
    private long heldBytes;
    private @Nullable RuntimeException failure;
    private boolean isBusy;
    private boolean closed;

    private record Keyed<K, T>(K key, T row) {}

    /**
     * Begins without rows.
     *
     * @param space what it takes
     * @param keyOf gives the key of a row, the same each time
     * @param order the order of the keys
     * @param reduction what of sorted rows is kept
     */
    SortedRows(
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

    void add(T row) {
        K key = keyOf.apply(row);
        long size = spill.sizeOf(row) + FeedBuffer.ENTRY_BYTES;
        lock.lock();
        try {
            reserve(size); // it may have these rows spilled
            held.add(new Keyed<>(key, row));
            heldBytes += size;
            bytes.addAndGet(size);
        } finally {
            lock.unlock();
        }
    }

    private void reserve(long size) {
        space.budget().reserve(space.step(), size, this::checkWhileWaiting);
    }

    /** Who spilled may have been another thread, which is not to blame for a comparator that fails. */
    private void checkWhileWaiting() {
        if (failure != null) {
            throw failure;
        }
        space.waiting().run();
    }

    /** Ends the adding. */
    void end() {
        lock.lock();
        try {
            if (failure != null) {
                throw failure;
            }
            reduceHeld();
            mergeUntilFew();
        } finally {
            lock.unlock();
        }
    }

    /** From here on the rows that are held are just those that a file of them would have. */
    private void reduceHeld() {
        sortHeld();
        List<Keyed<K, T>> kept = new ArrayList<>();
        long keptBytes = 0;
        Iterator<T> rows = reduction.apply(rowsHeld());
        while (rows.hasNext()) {
            T row = rows.next();
            kept.add(new Keyed<>(keyOf.apply(row), row));
            keptBytes += spill.sizeOf(row) + FeedBuffer.ENTRY_BYTES;
        }
        long freed = heldBytes - keptBytes;
        held = kept;
        giveBackHeld(freed);
    }

    private void sortHeld() {
        held.sort(Comparator.comparing(Keyed::key, order));
    }

    private Iterator<T> rowsHeld() {
        return held.stream().map(Keyed::row).iterator();
    }

    private void giveBackHeld(long freed) {
        heldBytes -= freed;
        bytes.addAndGet(-freed);
        space.budget().release(freed);
    }

    /** One file less than may be open, since what is held may become one more. */
    private void mergeUntilFew() {
        MergePasses<K, T> passes = new MergePasses<>(spill, order, keyOf, reduction, openFiles.most(), space.waiting());
        while (runs.size() >= openFiles.most()) {
            long needed = (openFiles.most() + 1) * openFiles.bytesEach();
            reserve(needed);
            isBusy = true;
            try {
                runs = new ArrayList<>(
                        passes
                                .once(runs.stream()
                                        .map(run -> SortedSource.of(spill, run))
                                        .toList())
                                .stream()
                                .map(source -> ((SortedSource.InFile<T>) source).run())
                                .toList());
            } finally {
                isBusy = false;
                space.budget().release(needed);
            }
        }
    }

    /** How many rows there are, after the end of adding. */
    @Override
    public long rows() {
        lock.lock();
        try {
            return held.size() + runs.stream().mapToLong(Spill.Run::rows).sum();
        } finally {
            lock.unlock();
        }
    }

    /** The rows in order, from the first one on. */
    @Override
    public Iterator<T> iterator() {
        lock.lock();
        try {
            Cursor cursor = new Cursor();
            cursors.add(cursor);
            return cursor;
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
            if (isBusy) { // the same thread, which asks for memory within a function that gives keys
                return 0;
            }
            long before = bytes.get();
            cursors.forEach(Cursor::park);
            if (!held.isEmpty()) {
                spillHeld();
            }
            return before - bytes.get();
        } finally {
            lock.unlock();
        }
    }

    private void spillHeld() {
        try {
            sortHeld();
            runs.add(spill.write(reduction.apply(rowsHeld()), 1));
        } catch (RuntimeException e) {
            failure = e;
            return;
        }
        held = new ArrayList<>();
        giveBackHeld(heldBytes);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            space.budget().unregister(this);
            cursors.forEach(Cursor::park);
            cursors.clear();
            held = new ArrayList<>();
            giveBackHeld(heldBytes);
            runs.forEach(spill::delete);
            runs.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Reads the rows once. Between two calls it may have to give its memory back. */
    private final class Cursor implements Iterator<T> {

        /** How many rows were taken of each run; the last one is of the rows that are held, be they in a file by now or not. */
        private final long[] taken = new long[runs.size() + 1];

        private long left = rows();
        private @Nullable Merge<K, T> merge;
        private long reserved;

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public T next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            lock.lock();
            try {
                if (closed) {
                    throw new IllegalStateException("These rows of step " + space.step()
                            + " are closed: sorted rows are valid as long as the dataset that they are sorted from");
                }
                space.waiting().run();
                return take(open());
            } catch (RuntimeException | Error e) {
                isBusy = false;
                park(); // a row that was not given is given by the next call
                throw e;
            } finally {
                lock.unlock();
            }
        }

        private T take(Merge<K, T> open) {
            int run = open.rank();
            isBusy = true;
            T row = open.next();
            isBusy = false;
            taken[run]++;
            left--;
            if (left == 0) {
                park();
                cursors.remove(this);
            }
            return row;
        }

        private Merge<K, T> open() {
            Merge<K, T> open = merge;
            if (open != null) {
                return open;
            }
            long needed = needed();
            reserve(needed);
            while (needed() > needed) { // what was held has gone to a file for it
                space.budget().release(needed);
                needed = needed();
                reserve(needed);
            }
            reserved = needed;
            bytes.addAndGet(needed);
            Merge<K, T> merging = new Merge<>(sources(), order, keyOf);
            merge = merging;
            return merging;
        }

        private long needed() {
            long files = 0;
            for (int run = 0; run < runs.size(); run++) {
                files += taken[run] < runs.get(run).rows() ? 1 : 0;
            }
            return files * openFiles.bytesEach();
        }

        private List<SortedSource<T>> sources() {
            List<SortedSource<T>> sources = new ArrayList<>();
            for (int run = 0; run < runs.size(); run++) {
                Spill.Run file = runs.get(run);
                sources.add(
                        taken[run] < file.rows()
                                ? SortedSource.behind(taken[run], spill, file)
                                : SortedSource.of(Collections.emptyIterator()));
            }
            if (!held.isEmpty()) {
                int from = (int) taken[runs.size()];
                sources.add(SortedSource.of(
                        held.subList(from, held.size()).stream().map(Keyed::row).iterator()));
            }
            return sources;
        }

        /** Gives its memory back until the next row is asked for. */
        private void park() {
            Merge<K, T> open = merge;
            merge = null;
            bytes.addAndGet(-reserved);
            space.budget().release(reserved);
            reserved = 0;
            if (open != null) {
                open.close();
            }
        }
    }
}
