package dev.batchwright;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A dataset over rows in memory. Their bytes are not counted. */
final class ListDataset<T> implements Dataset<T> {

    private final List<T> rows;

    ListDataset(List<T> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public <K> Dataset<T> sortedBy(Function<? super T, ? extends K> key, Comparator<? super K> order) {
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> checked("sortedBy", key.apply(row)), order));
        return new ListDataset<>(sorted);
    }

    @Override
    public <K extends Comparable<? super K>> Dataset<T> distinctBy(Function<? super T, ? extends K> key) {
        Set<K> seen = new TreeSet<>();
        return new ListDataset<>(rows.stream()
                .filter(row -> seen.add(checked("distinctBy", key.apply(row))))
                .toList());
    }

    private static <K> K checked(String method, @Nullable K key) {
        if (key == null) {
            throw new InvalidRowException(
                    method
                            + " takes no key that is null. Give rows without one a key of their own, or leave them out before.",
                    null);
        }
        return key;
    }

    @Override
    public Iterable<Batch<T>> batches(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A batch holds at least 1 row, not " + size);
        }
        List<Batch<T>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            batches.add(new ListBatch<>(rows.subList(from, Math.min(rows.size(), from + size))));
        }
        return batches;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(rows.size());
    }

    @Override
    public Iterator<T> iterator() {
        return rows.iterator();
    }

    @Override
    public void close() {}

    private static final class ListBatch<T> extends AbstractList<T> implements Batch<T> {

        private final List<T> rows;

        ListBatch(List<T> rows) {
            this.rows = rows;
        }

        @Override
        public T get(int row) {
            return rows.get(row);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public long bytes() {
            return 0;
        }
    }
}
