package dev.batchwright.io;

import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.parquet.ParquetRowsWriter;
import java.util.Map;

/**
 * A sink that writes Parquet, one file for each batch, which DuckDB, pyarrow, Spark and {@link ParquetSource} read. Take large
 * batches: each file has at least one row group of its own.
 *
 * <pre>{@code
 * @Step
 * @BatchSize(1_000_000)
 * public record WriteTrips(Path directory) implements ParquetSink<Trip> {
 *     @Override public ShardSerializer<Trip> rows() { return TripShardSerializer.INSTANCE; }
 * }
 * }</pre>
 *
 * <p>Times are stored in microseconds, with a column beside each, named with {@code __rest} at its end, for what microseconds cannot
 * hold: zero for all times without nanoseconds in the next 290,000 years. Decimals are stored as text, which keeps their scale.
 *
 * @param <I> the rows it takes
 */
public interface ParquetSink<I> extends FileSink<I> {

    /**
     * How rows are written.
     *
     * @return the generated serializer of the row
     */
    ShardSerializer<I> rows();

    /**
     * How pages are compressed.
     *
     * @return {@link CompressionSetting#ZSTD} unless overridden
     */
    default CompressionSetting compression() {
        return CompressionSetting.ZSTD;
    }

    /**
     * What the names of the files end in.
     *
     * @return {@code .parquet}; not to be overridden with a suffix that compresses the whole file, since nobody could read it
     */
    @Override
    default String suffix() {
        return ".parquet";
    }

    @Override
    default void write(Batch<I> batch, BatchId id) throws Exception {
        new BatchFiles(directory(), suffix()).write(id, out -> {
            try (ParquetRowsWriter<I> file = new ParquetRowsWriter<>(out, rows(), compression())) {
                file.write(batch);
                file.finish(Map.of());
            }
        });
    }
}
