package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetDamageTest {

    private static final long SEED = 4711;
    private static final ParquetFormat FORMAT = new ParquetFormat(16 << 10);
    private static final EverythingSerializer SERIALIZER = EverythingSerializer.INSTANCE;
    private static final List<Everything> ROWS = new EverythingGenerator(SEED).rows(30);

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd", "snappy"})
    void noticesThatTheFileIsCutOff(String compression) {
        Random random = new Random(SEED);
        byte[] file = file(compression);
        for (int i = 0; i < 1_000; i++) {
            int length = i < 20 ? i : random.nextInt(file.length);
            assertThatThrownBy(() -> PartBytes.rows(FORMAT, SERIALIZER, Arrays.copyOf(file, length)))
                    .as("cut to %d bytes, seed %d", length, SEED)
                    .isInstanceOf(CorruptShardException.class)
                    .hasMessageContaining("step/f1/00000.000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd", "snappy"})
    void aFlippedBitIsNoticedOrHasNoEffect(String compression) {
        Random random = new Random(SEED);
        byte[] file = file(compression);
        int noticed = 0;
        for (int i = 0; i < 250; i++) {
            byte[] damaged = file.clone();
            int bit = random.nextInt(8 * file.length);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            noticed += isRefused(damaged, "bit " + bit) ? 1 : 0;
        }
        // What is not noticed are fields of page headers that nobody reads, such as the encoding of levels that are not
        // there.
        assertThat(noticed).isGreaterThan(238);
    }

    @Test
    void noticesEveryFlippedBitOfTheFooter() throws IOException {
        byte[] file = file("none");
        int tail = tailLength(file);
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = file.clone();
            int bit = 8 * (file.length - tail - FileTail.END) + random.nextInt(8 * (tail + FileTail.END));
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> PartBytes.open(FORMAT, SERIALIZER, damaged))
                    .as("bit %d, seed %d", bit, SEED)
                    .isInstanceOf(CorruptShardException.class);
        }
    }

    @Test
    void saysNothingButCorruptOfPagesThatCarryTheRightChecksumAndAreWrongNevertheless() throws IOException {
        Random random = new Random(SEED);
        byte[] file = file("none");
        int pages = file.length - tailLength(file) - FileTail.END;
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] wrong = file.clone();
            PageForger.damageOne(wrong, pages, random);
            refused += isRefusedOrRead(wrong) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void refusesFootersThatClaimMoreThanTheFileHas() {
        byte[] file = new byte[64];
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int length : new int[] {-1, 0, 53, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            buffer.put(0, new byte[] {'P', 'A', 'R', '1'}).put(60, new byte[] {'P', 'A', 'R', '1'});
            buffer.putInt(56, length);
            assertThatThrownBy(() -> PartBytes.open(FORMAT, SERIALIZER, file))
                    .isInstanceOf(CorruptShardException.class)
                    .hasMessageContaining("length of " + length);
        }
    }

    @Test
    void aParquetFileThatIsNoPartIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParquetRowsWriter<Everything> writer = new ParquetRowsWriter<>(out, SERIALIZER, CompressionSetting.NONE)) {
            writer.write(ROWS);
            writer.finish(Map.of());
        }

        assertThatThrownBy(() -> PartBytes.open(FORMAT, SERIALIZER, out.toByteArray()))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("it is a Parquet file, but no part");
    }

    @Test
    void aPartOfAnotherSchemaIsRefused() {
        byte[] file = file("none");

        assertThatThrownBy(() -> PartBytes.open(
                        FORMAT,
                        ColumnsSerializer.of(
                                Field.of("n", ScalarType.INT, ValueWriter::writeInt, ValueReader::readInt)),
                        file))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("schema");
    }

    private static byte[] file(String compression) {
        return PartBytes.write(FORMAT, SERIALIZER, CompressionSetting.parse(compression), ROWS, 12);
    }

    private static int tailLength(byte[] file) throws IOException {
        ParquetFile opened = ParquetFile.open(new BytesPartInput("file", file), Damage.ofPart("file"));
        return (int) (file.length - FileTail.END - opened.dataEnd());
    }

    private static boolean isRefused(byte[] file, String what) {
        try {
            assertThat(PartBytes.rows(FORMAT, SERIALIZER, file))
                    .as("%s, seed %d", what, SEED)
                    .isEqualTo(ROWS);
            return false;
        } catch (CorruptShardException e) {
            return true;
        }
    }

    private static boolean isRefusedOrRead(byte[] file) {
        try {
            assertThat(PartBytes.rows(FORMAT, SERIALIZER, file)).hasSameSizeAs(ROWS);
            return false;
        } catch (CorruptShardException e) {
            return true;
        }
    }
}
