package dev.batchwright.io;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.text.JsonFormat;
import dev.batchwright.text.JsonValueWriter;

/**
 * A sink that writes JSON Lines, one file for each batch, in the form that {@link JsonLinesSource} reads. Nulls are written as
 * {@code null}, decimals as text, so that no reader rounds them.
 *
 * <pre>{@code
 * @Step
 * @BatchSize(100_000)
 * public record WriteReviews(Path directory) implements JsonLinesSink<Review> {
 *     @Override public ShardSerializer<Review> rows() { return ReviewShardSerializer.INSTANCE; }
 * }
 * }</pre>
 *
 * @param <I> the rows it takes
 */
public interface JsonLinesSink<I> extends FileSink<I> {

    /**
     * How rows are written.
     *
     * @return the generated serializer of the row
     */
    ShardSerializer<I> rows();

    /**
     * What the names of the files end in.
     *
     * @return {@code .jsonl}; override it with {@code .jsonl.gz} or {@code .jsonl.zst} for compressed files
     */
    @Override
    default String suffix() {
        return ".jsonl";
    }

    @Override
    default void write(Batch<I> batch, BatchId id) throws Exception {
        ShardSerializer<I> rows = rows();
        new BatchFiles(directory(), suffix()).write(id, out -> {
            try (JsonGenerator json = JsonFormat.writing(out)) {
                JsonValueWriter values = new JsonValueWriter(json);
                for (I row : batch) {
                    rows.write(row, values);
                    json.writeRaw('\n');
                }
            }
        });
    }
}
