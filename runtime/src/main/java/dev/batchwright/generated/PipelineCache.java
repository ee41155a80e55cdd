package dev.batchwright.generated;

import dev.batchwright.ColumnStatistics;
import dev.batchwright.Dataset;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.VerifyReport;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.util.Map;

/** The base of the generated {@code …Cache} classes: a cache directory opened for reading. May be used by several threads at once. */
public abstract class PipelineCache implements AutoCloseable {

    private final StoredRows rows;

    /**
     * Only for generated code.
     *
     * @param directory the cache directory
     * @param pipeline the pipeline's name
     */
    protected PipelineCache(Path directory, String pipeline) {
        this.rows = PipelineEngine.load().open(directory, pipeline);
    }

    /**
     * The rows of a step.
     *
     * @param step the step's name
     * @param serializer the serializer of its rows
     * @param <T> the rows
     * @return the rows, read lazily
     */
    protected final <T> Dataset<T> dataset(String step, ShardSerializer<T> serializer) {
        return rows.dataset(step, serializer);
    }

    /**
     * The rows that a step could not process when a run last used it, be it whole or not.
     *
     * @param step the step's name
     * @param serializer the serializer of the rows that it is given
     * @param <T> the rows that it is given
     * @return the rows with their errors, shard by shard, read lazily
     */
    protected final <T> Dataset<QuarantinedRow<T>> quarantined(String step, ShardSerializer<T> serializer) {
        return rows.quarantined(step, serializer);
    }

    /**
     * Reads the parts of every finished step to find out what is damaged.
     *
     * @param serializers the serializers of rows by step
     * @return what was found
     */
    protected final VerifyReport verify(Map<String, ShardSerializer<?>> serializers) {
        return rows.verify(serializers);
    }

    /**
     * How often reading a column needed no file, since decoded columns are kept in memory. Counted when a part has been read, so that a pass that goes on is not all in it.
     *
     * @return the counts since the cache was opened
     */
    public final ColumnStatistics statistics() {
        return rows.statistics();
    }

    /** Closes every dataset that came from here. */
    @Override
    public final void close() {
        rows.close();
    }
}
