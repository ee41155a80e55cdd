package dev.batchwright.benchmarks.storage;

import dev.batchwright.shard.CompressionSetting;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * parquet-avro, without Hadoop's file system: row groups, pages and dictionaries as it has them by default, lists as the Parquet
 * standard has them, checksums of pages written and checked. One Avro record serves all rows that are written.
 */
final class AvroStorage<T> implements Storage<T> {

    private final AvroRows<T> rows;
    private final CompressionSetting compression;

    AvroStorage(AvroRows<T> rows, CompressionSetting compression) {
        this.rows = rows;
        this.compression = compression;
    }

    @Override
    public void write(List<T> written, MemoryFile file) throws Exception {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        configuration.setInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, compression.level());
        View<T> view = new View<>(rows);
        try (ParquetWriter<IndexedRecord> out = AvroParquetWriter.<IndexedRecord>builder(new ParquetMemory(file))
                .withSchema(rows.schema())
                .withDataModel(GenericData.get())
                .withConf(configuration)
                .withCompressionCodec(codec(compression))
                .withPageWriteChecksumEnabled(true)
                .build()) {
            for (T row : written) {
                view.row = row;
                out.write(view);
            }
        }
    }

    static CompressionCodecName codec(CompressionSetting compression) {
        return switch (compression.codec()) {
            case NONE -> CompressionCodecName.UNCOMPRESSED;
            case ZSTD -> CompressionCodecName.ZSTD;
            default -> throw new IllegalArgumentException(compression.toString());
        };
    }

    @Override
    public long read(MemoryFile file, ToLongFunction<T> digest) throws Exception {
        long sum = 0;
        try (ParquetReader<IndexedRecord> in = AvroParquetReader.<IndexedRecord>builder(
                        new ParquetMemory(file), new PlainParquetConfiguration())
                .withDataModel(GenericData.get())
                .disableCompatibility()
                .usePageChecksumVerification(true)
                .build()) {
            for (IndexedRecord read = in.read(); read != null; read = in.read()) {
                sum += digest.applyAsLong(rows.row().apply(read));
            }
        }
        return sum;
    }

    /** A row as an Avro record. */
    private static final class View<T> implements IndexedRecord {

        private final AvroRows<T> rows;
        private T row;

        @SuppressWarnings("NullAway") // there is no row before the first
        View(AvroRows<T> rows) {
            this.rows = rows;
        }

        @Override
        public Schema getSchema() {
            return rows.schema();
        }

        @Override
        public Object get(int index) {
            return rows.component().get(row, index);
        }

        @Override
        public void put(int index, Object value) {
            throw new UnsupportedOperationException();
        }
    }
}
