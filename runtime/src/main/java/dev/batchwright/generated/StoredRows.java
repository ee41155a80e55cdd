package dev.batchwright.generated;

import dev.batchwright.ColumnStatistics;
import dev.batchwright.Dataset;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.VerifyReport;
import dev.batchwright.shard.ShardSerializer;
import java.util.Map;

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
     * The rows that a step could not process when a run last used it, be it whole or not.
     *
     * @param step the step's name
     * @param serializer the serializer of the rows that it is given
     * @param <T> the rows that it is given
     * @return the rows with their errors, shard by shard, read lazily
     * @throws dev.batchwright.BatchwrightException if the step has never run, or the rows have another schema
     */
    <T> Dataset<QuarantinedRow<T>> quarantined(String step, ShardSerializer<T> serializer);

    /**
     * How often reading a column needed no file. Counted when a part has been read, so that a pass that goes on is not all in it.
     *
     * @return the counts since the cache was opened
     */
    ColumnStatistics statistics();

    /**
     * Reads the parts of every finished step to find out what is damaged. Changes nothing.
     *
     * @param serializers the serializers of rows by step, for formats that can only be checked by reading rows
     * @return what was found
     */
    VerifyReport verify(Map<String, ShardSerializer<?>> serializers);

    /** Closes every dataset that came from here. */
    @Override
    void close();
}
