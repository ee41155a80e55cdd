package dev.batchwright.memory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sorted rows, read as often as they are asked for: they are held, or in so few files that all of these can be merged as they are read.
 *
 * <p>Whatever it holds it can give back: rows go to a file, and iterators close their files and open them again where they were. So a
 * thread that waits for memory never holds any that others wait for, however many iterators it has left open. Safe for use by several
 * threads, but for the iterators.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
final class SortedRows<K, T> implements Spillable, Sorting.Result<T> {

    private final SortSpace<T> space;
    private final Spill<T> spill;
    private final RowSorter.Order<K, T> order;
    private final long fileBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<SortedCursor<K, T>> cursors = ConcurrentHashMap.newKeySet();
    private List<Spill.Run> runs;
    private @Nullable List<T> held;
    private long heldBytes;
    private boolean isBusy;
    private boolean closed;

    /**
     * Takes sorted rows over.
     *
     * @param space what they take
     * @param order their order
     * @param runs the files, in the order of the rows that have the same key; none if the rows are held
     * @param held the rows that are held; none if they are in files
     * @param heldBytes what they count as, given back when they are not held any more
     */
    SortedRows(SortSpace<T> space, RowSorter.Order<K, T> order, List<Spill.Run> runs, List<T> held, long heldBytes) {
        this.space = space;
        this.spill = new Spill<>(space.step(), space.form());
        this.order = order;
        this.fileBytes = OpenFiles.within(space.budget()).bytesEach();
        this.runs = List.copyOf(runs);
        this.held = runs.isEmpty() ? held : null;
        this.heldBytes = heldBytes;
        bytes.set(heldBytes);
        space.budget().register(this);
    }

    static long count(List<Spill.Run> files) {
        return files.stream().mapToLong(Spill.Run::rows).sum();
    }

    @Override
    public long rows() {
        lock.lock();
        try {
            return held != null ? held.size() : count(runs);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Iterator<T> iterator() {
        lock.lock();
        try {
            SortedCursor<K, T> cursor = new SortedCursor<>(this, rows(), Math.max(1, runs.size()));
            cursors.add(cursor);
            return cursor;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the next row of a cursor. */
    T next(SortedCursor<K, T> cursor) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("These rows of step " + space.step()
                        + " are closed: sorted rows are valid as long as the dataset that they are sorted from");
            }
            space.check().run();
            Merge<K, T> merge = open(cursor);
            isBusy = true;
            T row = cursor.take(merge);
            if (!cursor.hasNext()) {
                park(cursor);
                cursors.remove(cursor);
            }
            return row;
        } catch (RuntimeException | Error e) {
            park(cursor); // a row that was not given is given by the next call
            throw e;
        } finally {
            isBusy = false;
            lock.unlock();
        }
    }

    private Merge<K, T> open(SortedCursor<K, T> cursor) {
        Merge<K, T> open = cursor.merge();
        if (open != null) {
            return open;
        }
        long needed = neededBy(cursor);
        reserve(needed);
        while (neededBy(cursor) > needed) { // what was held has gone to a file for it
            space.budget().release(needed);
            needed = neededBy(cursor);
            reserve(needed);
        }
        bytes.addAndGet(needed);
        return cursor.open(needed, order);
    }

    private void reserve(long needed) {
        space.budget().reserve(space.step(), needed, space.waiting());
    }

    private long neededBy(SortedCursor<K, T> cursor) {
        long files = 0;
        for (int run = 0; run < runs.size(); run++) {
            files += cursor.taken(run) < runs.get(run).rows() ? 1 : 0;
        }
        return files * fileBytes;
    }

    /** The rows that a cursor has not taken yet; where files are, one source for each. */
    List<SortedSource<T>> sources(SortedCursor<K, T> cursor) {
        List<T> inMemory = held;
        if (inMemory != null) {
            int from = (int) cursor.taken(0);
            return List.of(
                    SortedSource.of(inMemory.subList(from, inMemory.size()).iterator()));
        }
        List<SortedSource<T>> sources = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            Spill.Run file = runs.get(run);
            sources.add(
                    cursor.taken(run) < file.rows()
                            ? SortedSource.behind(cursor.taken(run), spill, file)
                            : SortedSource.of(List.<T>of().iterator()));
        }
        return sources;
    }

    /** Has a cursor give its memory back until its next row is asked for. */
    private void park(SortedCursor<K, T> cursor) {
        long freed = cursor.close();
        bytes.addAndGet(-freed);
        space.budget().release(freed);
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
            cursors.forEach(this::park);
            if (held != null && !held.isEmpty()) {
                runs = List.of(spill.write(held.iterator(), 1));
                giveUpHeld();
            }
            return before - bytes.get();
        } finally {
            lock.unlock();
        }
    }

    private void giveUpHeld() {
        held = null;
        bytes.addAndGet(-heldBytes);
        space.budget().release(heldBytes);
        heldBytes = 0;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            space.budget().unregister(this);
            cursors.forEach(this::park);
            cursors.clear();
            giveUpHeld();
            runs.forEach(spill::delete);
            runs = List.of();
        } finally {
            lock.unlock();
        }
    }
}
