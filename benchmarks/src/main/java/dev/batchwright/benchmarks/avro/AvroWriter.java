package dev.batchwright.benchmarks.avro;

import dev.batchwright.shard.CompressionSetting;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows with parquet-avro, without Hadoop's file system: row groups, pages and dictionaries as it has them by default, lists as
 * the Parquet standard has them, with checksums of pages. One Avro record serves all rows.
 *
 * @param <T> the rows
 */
public final class AvroWriter<T> implements AutoCloseable {

    private final View<T> view;
    private final ParquetWriter<IndexedRecord> writer;

    /**
     * Begins a file.
     *
     * @param file where the rows go
     * @param rows how Avro sees them
     * @param compression none or zstd
     */
    public AvroWriter(OutputFile file, AvroRows<T> rows, CompressionSetting compression) throws IOException {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        configuration.setInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, compression.level());
        this.view = new View<>(rows);
        this.writer = AvroParquetWriter.<IndexedRecord>builder(file)
                .withSchema(rows.schema())
                .withDataModel(GenericData.get())
                .withConf(configuration)
                .withWriteMode(Mode.OVERWRITE)
                .withCompressionCodec(codec(compression))
                .withPageWriteChecksumEnabled(true)
                .build();
    }

    /** What parquet-java calls a compression. */
    public static CompressionCodecName codec(CompressionSetting compression) {
        return switch (compression.codec()) {
            case NONE -> CompressionCodecName.UNCOMPRESSED;
            case ZSTD -> CompressionCodecName.ZSTD;
            default -> throw new IllegalArgumentException("Not measured: " + compression);
        };
    }

    /** Writes a row. */
    public void add(T row) throws IOException {
        view.row = row;
        writer.write(view);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** A row as an Avro record. */
    private static final class View<T> implements IndexedRecord {

        private final AvroRows<T> rows;
        private @Nullable T row;

        View(AvroRows<T> rows) {
            this.rows = rows;
        }

        @Override
        public Schema getSchema() {
            return rows.schema();
        }

        @Override
        public Object get(int index) {
            T current = row;
            if (current == null) {
                throw new IllegalStateException("There is no row yet");
            }
            return rows.components().get(current, index);
        }

        @Override
        public void put(int index, Object value) {
            throw new UnsupportedOperationException("A row does not change");
        }
    }
}
