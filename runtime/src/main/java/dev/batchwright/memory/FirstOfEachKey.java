package dev.batchwright.memory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Of rows in the order of their keys the first of each. Used by one thread.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
final class FirstOfEachKey<K, T> implements Iterator<T> {

    private final Iterator<T> rows;
    private final Function<? super T, ? extends K> keyOf;
    private final Comparator<? super K> order;
    private @Nullable T ahead;
    private @Nullable K key;

    FirstOfEachKey(Iterator<T> rows, Function<? super T, ? extends K> keyOf, Comparator<? super K> order) {
        this.rows = rows;
        this.keyOf = keyOf;
        this.order = order;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && rows.hasNext()) {
            T row = rows.next();
            K found = keyOf.apply(row);
            if (key == null || order.compare(key, found) != 0) {
                ahead = row;
                key = found;
            }
        }
        return ahead != null;
    }

    @Override
    public T next() {
        T row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        ahead = null;
        return row;
    }
}
