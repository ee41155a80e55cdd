package dev.batchwright.shard;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one part from its first row to its last, by rows or by batches; the two may be mixed. Used by one thread.
 *
 * @param <T> the rows
 */
public interface PartReader<T> extends AutoCloseable {

    /**
     * What the part says of itself.
     *
     * @return the footer
     */
    PartFooter footer();

    /**
     * Reads the next row whole.
     *
     * @return the row, or null at the end
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.CorruptShardException if the file is damaged
     */
    @Nullable
    T next() throws IOException;

    /**
     * Reads the next rows lazily: only columns that are touched are decoded. A batch stays usable until the reader is closed, and
     * may hold fewer rows than asked for before the end.
     *
     * @param maxRows the largest number of rows, at least 1
     * @return the rows, at least one, or null at the end
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.CorruptShardException if the file is damaged
     */
    @Nullable
    LazyBatch<T> nextBatch(int maxRows) throws IOException;

    @Override
    void close() throws IOException;
}
