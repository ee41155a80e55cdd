package dev.batchwright.memory;

import dev.batchwright.InvalidRowException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Sorts the rows of a dataset, and finds those that are the first with their key. */
final class Sorting {

    private Sorting() {}

    /** Rows in order, until they are closed. */
    interface Result<T> extends AutoCloseable {

        Iterator<T> iterator();

        long rows();

        @Override
        void close();
    }

    /** The user's function, whose keys must not be null. */
    static <K, T> Function<T, K> key(String method, String step, Function<? super T, ? extends K> key) {
        return row -> {
            K found = key.apply(row);
            if (found == null) {
                throw new InvalidRowException(
                        method + " in step " + step
                                + " takes no key that is null. Give rows without one a key of their own, or leave them out before.",
                        null);
            }
            return found;
        };
    }

    static <K, T> Result<T> sorted(
            Iterable<T> rows, SortSpace<T> space, Function<? super T, ? extends K> key, Comparator<? super K> order) {
        return new RowSorter<>(space, key, order, UnaryOperator.identity()).sort(rows.iterator());
    }

    /**
     * Sorts by key, where of rows with the same one only the first is kept as soon as two of them meet, and sorts what is left by the
     * places that rows had.
     */
    static <K extends Comparable<? super K>, T> Result<T> distinct(
            Iterable<T> rows, SortSpace<T> space, Function<? super T, ? extends K> key) {
        SortSpace<Numbered<T>> numbered = space.numbered();
        Function<Numbered<T>, K> keyOf = row -> key.apply(row.row());
        Comparator<K> order = Comparator.naturalOrder();
        UnaryOperator<Iterator<Numbered<T>>> first = sorted -> new FirstOfEachKey<>(sorted, keyOf, order);
        RowSorter<K, Numbered<T>> byKey = new RowSorter<>(numbered, keyOf, order, first);
        try (SortedRows<K, Numbered<T>> sorted = byKey.sort(new Numbering<>(rows.iterator()))) {
            RowSorter<Long, Numbered<T>> byNumber = new RowSorter<>(
                    numbered, Numbered::number, Comparator.<Long>naturalOrder(), UnaryOperator.identity());
            return new WithoutNumbers<>(byNumber.sort(first.apply(sorted.iterator())));
        }
    }

    private static final class Numbering<T> implements Iterator<Numbered<T>> {

        private final Iterator<T> rows;
        private long number;

        Numbering(Iterator<T> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Numbered<T> next() {
            return new Numbered<>(number++, rows.next());
        }
    }

    private record WithoutNumbers<T>(Result<Numbered<T>> numbered) implements Result<T> {

        @Override
        public Iterator<T> iterator() {
            Iterator<Numbered<T>> rows = numbered.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public T next() {
                    return rows.next().row();
                }
            };
        }

        @Override
        public long rows() {
            return numbered.rows();
        }

        @Override
        public void close() {
            numbered.close();
        }
    }
}
