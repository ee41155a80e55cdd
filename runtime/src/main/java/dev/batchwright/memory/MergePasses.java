package dev.batchwright.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes fewer files of many.
 *
 * @param spill writes and reads them
 * @param order the order of the keys
 * @param keyOf gives the key of a row
 * @param reduction what of sorted rows is written
 * @param mostOpen how many files may be open at once
 * @param waiting is called before each merge, and ends them by an exception
 * @param <K> the keys
 * @param <T> the rows
 */
record MergePasses<K, T>(
        Spill<T> spill,
        Comparator<? super K> order,
        Function<? super T, ? extends K> keyOf,
        UnaryOperator<Iterator<T>> reduction,
        int mostOpen,
        Runnable waiting) {

    /** Merges neighbours, as many at a time as may be open, so that the order among sources is kept. */
    List<SortedSource<T>> once(List<? extends SortedSource<T>> sources) {
        List<SortedSource<T>> merged = new ArrayList<>();
        try {
            mergeInto(merged, sources);
            return merged;
        } catch (RuntimeException e) {
            merged.forEach(SortedSource::close);
            throw e;
        }
    }

    private void mergeInto(List<SortedSource<T>> merged, List<? extends SortedSource<T>> sources) {
        for (int from = 0; from < sources.size(); from += mostOpen) {
            List<? extends SortedSource<T>> neighbours =
                    sources.subList(from, Math.min(sources.size(), from + mostOpen));
            if (neighbours.size() == 1) {
                merged.add(neighbours.get(0));
                continue;
            }
            merged.add(merge(neighbours));
        }
    }

    /** Merges sources that may all be open at once. */
    SortedSource.InFile<T> merge(List<? extends SortedSource<T>> sources) {
        waiting.run();
        try (Merge<K, T> merge = new Merge<>(sources, order, keyOf)) {
            int pass = merge.nextPass();
            return SortedSource.of(spill, spill.write(reduction.apply(merge), pass));
        }
    }
}
