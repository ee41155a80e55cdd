package dev.batchwright.benchmarks.avro;

import java.io.IOException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows with parquet-avro, and checks the checksums of pages.
 *
 * @param <T> the rows
 */
public final class AvroReader<T> implements AutoCloseable {

    private final AvroRows<T> rows;
    private final ParquetReader<IndexedRecord> reader;

    /**
     * Opens a file.
     *
     * @param file holds the rows
     * @param rows how Avro sees them
     */
    public AvroReader(InputFile file, AvroRows<T> rows) throws IOException {
        this.rows = rows;
        this.reader = AvroParquetReader.<IndexedRecord>builder(file, new PlainParquetConfiguration())
                .withDataModel(GenericData.get())
                .disableCompatibility()
                .usePageChecksumVerification(true)
                .build();
    }

    /** The next row, or null at the end. */
    public @Nullable T next() throws IOException {
        IndexedRecord read = reader.read();
        return read == null ? null : rows.row().apply(read);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
