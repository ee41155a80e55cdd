package dev.batchwright.samples.everykind.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand random rows of every column type, through the generated serializer, each format and each compression. */
class GeneratedRoundTripTest {

    /** The number of a row is the seed that it is made from, so a failure names its seed. */
    private static final List<Everything> ROWS = LongStream.range(0, 10_000)
            .mapToObj(number -> new EverythingMaker(number).make())
            .toList();

    private static final EverythingShardSerializer SERIALIZER = EverythingShardSerializer.INSTANCE;

    @ParameterizedTest
    @CsvSource({
        "msgpack, none",
        "msgpack, lz4",
        "msgpack, zstd",
        "msgpack, zstd:9",
        "object, none",
        "object, lz4",
        "object, zstd",
        "object, zstd:9",
        "parquet, none",
        "parquet, lz4",
        "parquet, zstd",
        "parquet, zstd:9",
        "parquet, snappy"
    })
    void givesBackEveryRow(String formatName, String compression) throws Exception {
        ShardFormat format = ShardFormats.load().named(formatName);
        byte[] part = write(format, CompressionSetting.parse(compression));

        try (PartReader<Everything> reader = format.read(new Bytes(part), SERIALIZER)) {
            for (int row = 0; row < ROWS.size(); row++) {
                assertSame(row, reader.next());
            }
            assertThat(reader.next()).isNull();
        }
        try (PartReader<Everything> reader = format.read(new Bytes(part), SERIALIZER)) {
            int row = 0;
            for (LazyBatch<Everything> batch = reader.nextBatch(700); batch != null; batch = reader.nextBatch(700)) {
                for (Everything read : batch) {
                    assertSame(row++, read);
                }
            }
            assertThat(row).isEqualTo(ROWS.size());
        }
    }

    private static void assertSame(int row, @Nullable Object read) throws ReflectiveOperationException {
        if (!SameRows.same(ROWS.get(row), read)) {
            assertThat(read).as("row %d", row).usingRecursiveComparison().isEqualTo(ROWS.get(row));
            assertThat(read).as("row %d", row).isEqualTo(ROWS.get(row));
        }
    }

    private static byte[] write(ShardFormat format, CompressionSetting compression) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PartWriter<Everything> writer = format.write(out, SERIALIZER, compression)) {
            for (int from = 0; from < ROWS.size(); from += 900) {
                writer.write(ROWS.subList(from, Math.min(ROWS.size(), from + 900)));
            }
            writer.finish(new PartFooter(
                    "everything",
                    "0",
                    0,
                    0,
                    0,
                    ROWS.size(),
                    0,
                    ROWS.size(),
                    SERIALIZER.schema().hash(),
                    compression.toString(),
                    true,
                    false));
        }
        return out.toByteArray();
    }

    private static final class Bytes implements PartInput {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void readFully(long position, byte[] into, int offset, int count) throws IOException {
            if (position + count > bytes.length) {
                throw new EOFException("Only " + bytes.length + " bytes");
            }
            System.arraycopy(bytes, (int) position, into, offset, count);
        }

        @Override
        public void close() {}
    }
}
