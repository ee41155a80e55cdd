package dev.batchwright.memory;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads sorted rows once. Between two rows it may have to give its memory back. Guarded by the lock of the rows.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
final class SortedCursor<K, T> implements Iterator<T> {

    private final SortedRows<K, T> rows;

    /** How many rows were taken of each file; rows that are held count as the only one, which they may become. */
    private final long[] taken;

    private long left;
    private @Nullable Merge<K, T> merge;
    private long reserved;

    SortedCursor(SortedRows<K, T> rows, long count, int files) {
        this.rows = rows;
        this.left = count;
        this.taken = new long[files];
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public T next() {
        if (left == 0) {
            throw new NoSuchElementException();
        }
        return rows.next(this);
    }

    long taken(int file) {
        return taken[file];
    }

    @Nullable
    Merge<K, T> merge() {
        return merge;
    }

    /** Opens what is left of the rows; the bytes are given back by {@link #close}, also where this fails. */
    Merge<K, T> open(long bytes, RowSorter.Order<K, T> order) {
        reserved = bytes;
        Merge<K, T> opened = new Merge<>(rows.sources(this), order.ofKeys(), order.keyOf());
        merge = opened;
        return opened;
    }

    T take(Merge<K, T> from) {
        int file = from.rank();
        T row = from.next();
        taken[file]++;
        left--;
        return row;
    }

    /** Closes the files; it can be opened again where it is. */
    long close() {
        Merge<K, T> open = merge;
        long bytes = reserved;
        merge = null;
        reserved = 0;
        if (open != null) {
            open.close();
        }
        return bytes;
    }
}
