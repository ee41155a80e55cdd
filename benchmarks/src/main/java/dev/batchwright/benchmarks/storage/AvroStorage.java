package dev.batchwright.benchmarks.storage;

import dev.batchwright.benchmarks.avro.AvroReader;
import dev.batchwright.benchmarks.avro.AvroRows;
import dev.batchwright.benchmarks.avro.AvroWriter;
import dev.batchwright.shard.CompressionSetting;
import java.util.List;
import java.util.function.ToLongFunction;

/** parquet-avro. */
final class AvroStorage<T> implements Storage<T> {

    private final AvroRows<T> rows;
    private final CompressionSetting compression;

    AvroStorage(AvroRows<T> rows, CompressionSetting compression) {
        this.rows = rows;
        this.compression = compression;
    }

    @Override
    public void write(List<T> written, MemoryFile file) throws Exception {
        try (AvroWriter<T> out = new AvroWriter<>(new ParquetMemory(file), rows, compression)) {
            for (T row : written) {
                out.add(row);
            }
        }
    }

    @Override
    public long read(MemoryFile file, ToLongFunction<T> digest) throws Exception {
        long sum = 0;
        try (AvroReader<T> in = new AvroReader<>(new ParquetMemory(file), rows)) {
            for (T row = in.next(); row != null; row = in.next()) {
                sum += digest.applyAsLong(row);
            }
        }
        return sum;
    }
}
