package dev.batchwright.benchmarks.storage;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.CloseableIterator;
import dev.batchwright.benchmarks.avro.AvroRowTypes;
import dev.batchwright.benchmarks.avro.AvroWriter;
import dev.batchwright.benchmarks.rows.Embedding;
import dev.batchwright.shard.CompressionSetting;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.codec.ZstandardCodec;

/**
 * Carpet with its defaults, which are those of parquet-java; it writes checksums of pages, and has no setting to check them.
 *
 * @param <T> the rows
 * @param <C> the records that Carpet stores: the rows themselves, but where they hold what it does not know
 */
final class CarpetStorage<T, C> implements Storage<T> {

    private final Class<C> type;
    private final Function<T, C> toStored;
    private final Function<C, T> toRow;
    private final CompressionSetting compression;

    private CarpetStorage(
            Class<C> type, Function<T, C> toStored, Function<C, T> toRow, CompressionSetting compression) {
        this.type = type;
        this.toStored = toStored;
        this.toRow = toRow;
        this.compression = compression;
    }

    static <T> Storage<T> of(Class<T> type, CompressionSetting compression) {
        return new CarpetStorage<>(type, Function.identity(), Function.identity(), compression);
    }

    static Storage<Embedding> ofEmbeddings(CompressionSetting compression) {
        return new CarpetStorage<>(
                Vector.class,
                row -> new Vector(row.id(), new Floats(row.vector())),
                stored -> new Embedding(stored.id(), AvroRowTypes.floats(stored.vector())),
                compression);
    }

    /** Carpet stores lists, and no arrays. */
    record Vector(long id, List<Float> vector) {}

    @Override
    public void write(List<T> rows, MemoryFile file) throws Exception {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.setInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, compression.level());
        try (CarpetWriter<C> out = new CarpetWriter.Builder<>(new ParquetMemory(file), type)
                .withConf(configuration)
                .withCompressionCodec(AvroWriter.codec(compression))
                .withPageWriteChecksumEnabled(true)
                .build()) {
            for (T row : rows) {
                out.write(toStored.apply(row));
            }
        }
    }

    @Override
    public long read(MemoryFile file, ToLongFunction<T> digest) throws Exception {
        long sum = 0;
        try (CloseableIterator<C> in = new CarpetReader<>(new ParquetMemory(file), type).iterator()) {
            while (in.hasNext()) {
                sum += digest.applyAsLong(toRow.apply(in.next()));
            }
        }
        return sum;
    }

    /** An array as a list. */
    private static final class Floats extends AbstractList<Float> implements RandomAccess {

        private final float[] values;

        Floats(float[] values) {
            this.values = values;
        }

        @Override
        public Float get(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
