package dev.batchwright.generated;

import dev.batchwright.ColumnStatistics;
import dev.batchwright.Dataset;
import dev.batchwright.shard.ShardSerializer;

/** The committed rows of a cache. May be used by several threads at once. */
public interface StoredRows extends AutoCloseable {

    /**
     * The rows of a step's current fingerprint.
     *
     * @param step the step's name
     * @param serializer the serializer of its rows
     * @param <T> the rows
     * @return the rows, read lazily
     * @throws dev.batchwright.BatchwrightException if the step has not been run to its end, or its rows have another schema
     */
    <T> Dataset<T> dataset(String step, ShardSerializer<T> serializer);

    /**
     * How often reading a column needed no file. Counted when a part has been read, so that a pass that goes on is not all in it.
     *
     * @return the counts since the cache was opened
     */
    ColumnStatistics statistics();

    /** Closes every dataset that came from here. */
    @Override
    void close();
}
