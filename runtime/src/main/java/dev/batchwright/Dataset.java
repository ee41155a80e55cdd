package dev.batchwright;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A sequence of rows that is read lazily, as often as it is asked for, and never held as a whole. Iterators and streams of it
 * are used by one thread each. A row that cannot be read ends the iteration with a {@link BatchwrightException}.
 *
 * @param <T> the rows
 */
public interface Dataset<T> extends Iterable<T>, AutoCloseable {

    /**
     * The rows in batches. Rows that are read from files are decoded when they are touched, so use a batch before the next one is
     * asked for, or copy what is to be kept.
     *
     * @param rows the largest number of rows in a batch, at least 1
     * @return batches that are read as they are asked for
     */
    Iterable<Batch<T>> batches(int rows);

    /**
     * The number of rows, where it is known without reading them.
     *
     * @return the number of rows
     */
    OptionalLong size();

    /**
     * The rows as a stream.
     *
     * @return a sequential stream
     */
    default Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * The rows in the order of a key. Rows with the same key stay in the order in which they are here.
     *
     * <p>They are sorted when the first is asked for, within the memory of the run: rows for which there is no room are moved to disk, so
     * that there may be any number of them. What comes out can be gone through as often as wanted, sorted again, and ends when this dataset
     * is closed, which is at the end of the call for that of a step. Works in a {@link GlobalStep}, on rows of a cache that is opened for
     * reading, where a quarter of the heap is the memory, and on rows in memory; not on the rows of a group.
     *
     * @param key gives the key of a row, the same each time
     * @param <K> the keys
     * @return the rows in order
     * @throws UnsupportedOperationException if this dataset is none of those
     */
    default <K extends Comparable<? super K>> Dataset<T> sortedBy(Function<? super T, ? extends K> key) {
        return sortedBy(key, Comparator.naturalOrder());
    }

    /**
     * The rows in the order of a key that a comparator gives, else as {@link #sortedBy(Function)} has it. The comparator is called by other
     * threads of the run too, though never by two at once.
     *
     * @param key gives the key of a row, the same each time
     * @param order the order of the keys
     * @param <K> the keys
     * @return the rows in order
     * @throws UnsupportedOperationException if this dataset cannot be sorted
     */
    default <K> Dataset<T> sortedBy(Function<? super T, ? extends K> key, Comparator<? super K> order) {
        throw new UnsupportedOperationException("The rows of this dataset cannot be sorted. Those of a global step can,"
                + " those of a cache that is opened for reading, and those in memory; the rows of a group cannot.");
    }

    /**
     * Of rows with the same key the first, in the order in which they are here. Keys are the same where they compare as equal. There may be
     * any number of them: they are sorted, as {@link #sortedBy(Function)} has it.
     *
     * @param key gives the key of a row, the same each time
     * @param <K> the keys
     * @return one row of each key
     * @throws UnsupportedOperationException if this dataset cannot be sorted
     */
    default <K extends Comparable<? super K>> Dataset<T> distinctBy(Function<? super T, ? extends K> key) {
        throw new UnsupportedOperationException(
                "The rows of this dataset cannot be told apart by a key. Those of a global"
                        + " step can, those of a cache that is opened for reading, and those in memory; the rows of a group cannot.");
    }

    /**
     * A dataset over rows in memory: for tests of steps.
     *
     * @param rows the rows
     * @param <T> the rows
     * @return a dataset of these rows
     */
    static <T> Dataset<T> of(List<T> rows) {
        return new ListDataset<>(rows);
    }

    /** Closes whatever is still open of this dataset; its iterators and batches end with an error from then on. */
    @Override
    void close();
}
