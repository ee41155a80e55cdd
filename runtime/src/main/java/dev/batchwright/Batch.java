package dev.batchwright;

import java.util.List;

/**
 * Consecutive rows, which cannot be modified. A batch that a step is handed may be kept after the call. The generated {@code …Batch} class of the
 * row gives typed access by column: {@code ChunkBatch columns = ChunkBatch.of(batch)}.
 *
 * @param <T> the rows
 */
public interface Batch<T> extends List<T> {

    /**
     * The size of the rows as the framework counts it against its memory budget; an estimate from their stored size where they are still
     * encoded.
     *
     * @return a number of bytes
     */
    long bytes();
}
