package dev.batchwright.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of several sources in the order of their keys; where keys are the same, those of earlier sources first. Used by one thread.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
final class Merge<K, T> implements Iterator<T>, AutoCloseable {

    private final Function<? super T, ? extends K> keyOf;
    private final PriorityQueue<Head<K, T>> heads;
    private final List<? extends SortedSource<T>> sources;

    private static final class Head<K, T> {

        private final SortedSource<T> source;
        private final int rank;
        private T row;
        private K key;

        Head(SortedSource<T> source, int rank, T row, K key) {
            this.source = source;
            this.rank = rank;
            this.row = row;
            this.key = key;
        }
    }

    Merge(
            List<? extends SortedSource<T>> sources,
            Comparator<? super K> order,
            Function<? super T, ? extends K> keyOf) {
        this.sources = List.copyOf(sources);
        this.keyOf = keyOf;
        this.heads = new PriorityQueue<>((left, right) -> {
            int byKey = order.compare(left.key, right.key);
            return byKey != 0 ? byKey : Integer.compare(left.rank, right.rank);
        });
        try {
            for (int rank = 0; rank < sources.size(); rank++) {
                T row = sources.get(rank).next();
                if (row != null) {
                    heads.add(new Head<>(sources.get(rank), rank, row, keyOf.apply(row)));
                }
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** How often its rows will have been written when they are written once more. */
    int nextPass() {
        return 1 + sources.stream().mapToInt(SortedSource::pass).max().orElse(0);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    /** The key of the next row. */
    K key() {
        return head().key;
    }

    /** The place of the source of the next row among all sources. */
    int rank() {
        return head().rank;
    }

    private Head<K, T> head() {
        Head<K, T> head = heads.peek();
        if (head == null) {
            throw new NoSuchElementException();
        }
        return head;
    }

    @Override
    public T next() {
        Head<K, T> head = head();
        heads.remove();
        T row = head.row;
        @Nullable T following = head.source.next();
        if (following != null) {
            head.row = following;
            head.key = keyOf.apply(following);
            heads.add(head);
        }
        return row;
    }

    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (SortedSource<T> source : sources) {
            try {
                source.close();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
