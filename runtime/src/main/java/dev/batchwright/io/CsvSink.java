package dev.batchwright.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.StepContext;
import dev.batchwright.shard.ShardSerializer;

/**
 * A sink that writes CSV, one file for each batch, in the form that {@link CsvSource} reads.
 *
 * <pre>{@code
 * @Step
 * @BatchSize(100_000)
 * public record WritePrices(Path directory) implements CsvSink<Price> {
 *     @Override public ShardSerializer<Price> rows() { return PriceShardSerializer.INSTANCE; }
 * }
 * }</pre>
 *
 * @param <I> the rows it takes; every column holds a single value
 */
public interface CsvSink<I> extends FileSink<I> {

    /**
     * How rows are written.
     *
     * @return the generated serializer of the row
     */
    ShardSerializer<I> rows();

    /**
     * How the files are written.
     *
     * @return {@link CsvFormat#csv()} unless overridden
     */
    default CsvFormat format() {
        return CsvFormat.csv();
    }

    /**
     * What the names of the files end in.
     *
     * @return {@code .csv}; override it with {@code .csv.gz} or {@code .csv.zst} for compressed files
     */
    @Override
    default String suffix() {
        return ".csv";
    }

    /**
     * Makes the directory ready, and removes the files of an earlier output.
     *
     * @throws dev.batchwright.BatchwrightException if the row has a column that is not a single value, or the directory cannot be
     *     used or holds files of others
     */
    @Override
    default void open(StepContext context) throws Exception {
        new CsvColumns(rows().schema());
        FileSink.super.open(context);
    }

    @Override
    default void write(Batch<I> batch, BatchId id) throws Exception {
        ShardSerializer<I> rows = rows();
        CsvColumns columns = new CsvColumns(rows.schema());
        new BatchFiles(directory(), suffix()).write(id, out -> {
            try (CsvWriter csv = CsvFiles.writing(out, format())) {
                if (format().header()) {
                    csv.writeRecord(columns.names());
                }
                CsvValueWriter values = new CsvValueWriter(csv, columns, format().multiline());
                for (I row : batch) {
                    rows.write(row, values);
                }
            }
        });
    }
}
