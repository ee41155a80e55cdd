package dev.batchwright;

import java.util.List;
import java.util.OptionalLong;
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
