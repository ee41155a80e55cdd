package dev.batchwright;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a source, one after the other. Used by one thread.
 *
 * @param <O> the rows
 */
@FunctionalInterface
public interface RowReader<O> extends AutoCloseable {

    /**
     * Reads the next row.
     *
     * @return the row, or null at the end
     * @throws Exception ends the run
     */
    @Nullable
    O next() throws Exception;

    @Override
    default void close() throws IOException {}
}
