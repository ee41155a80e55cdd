package dev.batchwright.shard.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePackDamageTest {

    private static final long SEED = 99;
    private static final MessagePackFormat FORMAT = new MessagePackFormat();
    private static final EverythingSerializer SERIALIZER = EverythingSerializer.INSTANCE;
    private static final List<Everything> ROWS = new EverythingGenerator(SEED).rows(3);

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void noticesThatTheFileIsCutOffAtAnyByte(String compression) {
        byte[] file = file(compression);
        for (int length = 0; length < file.length; length++) {
            assertThat(refuses(true, Arrays.copyOf(file, length), length))
                    .as("cut to %d bytes", length)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void noticesEverySingleBitThatIsFlipped(String compression) {
        byte[] file = file(compression);
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refuses(true, damaged, bit)).as("bit %d flipped", bit).isTrue();
        }
    }

    @Test
    void saysNothingButCorruptOfRowsThatCarryTheRightChecksumAndAreWrongNevertheless() throws IOException {
        Random random = new Random(SEED);
        byte[] file = file("none");
        byte[] rows = Arrays.copyOfRange(file, FileFooter.FIRST_BLOCK + BlockHeader.BYTES, (int)
                footer(file).begin());
        int refused = 0;
        for (int i = 0; i < 40_000; i++) {
            byte[] wrong = rows.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                wrong[random.nextInt(wrong.length)] = (byte) interesting(random);
            }
            if (random.nextInt(8) == 0) {
                wrong = Arrays.copyOf(wrong, 1 + random.nextInt(wrong.length));
            }
            refused += refuses(i % 2 == 0, withRows(wrong, ROWS.size()), i) ? 1 : 0;
        }
        assertThat(refused).isBetween(10_000, 39_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void saysNothingButCorruptOfBlocksThatCannotBeDecompressed(String compression) throws IOException {
        Random random = new Random(SEED);
        byte[] file = file(compression);
        byte[] stored = Arrays.copyOfRange(file, FileFooter.FIRST_BLOCK + BlockHeader.BYTES, (int)
                footer(file).begin());
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(FileFooter.FIRST_BLOCK);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] wrong = stored.clone();
            wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
            int claimed = random.nextInt(4) == 0 ? wrong.length + 1 + random.nextInt(16 << 10) : length;
            refused += refuses(true, withBlock(compression, wrong, claimed, ROWS.size()), i) ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 5_000);
    }

    @Test
    void aReaderThatMetDamageReadsNoFurther() throws IOException {
        byte[] file = file("none");
        file[FileFooter.FIRST_BLOCK + BlockHeader.BYTES + 100] ^= 1;
        try (PartReader<Everything> reader = PartBytes.open(FORMAT, SERIALIZER, file)) {
            assertThatThrownBy(reader::next).isInstanceOf(CorruptShardException.class);

            assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> reader.nextBatch(1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void noValueReachesBeyondItsBlockThoughTheMemoryGoesOn() {
        Encoder encoder = new Encoder();
        SERIALIZER.write(ROWS.get(0), new MessagePackWriter(EverythingSerializer.SCHEMA, encoder));
        for (int length = 0; length < encoder.position(); length++) {
            BlockRows block = new BlockRows("file", 0, encoder.array(), length, 1);
            MessagePackReader row = MessagePackReader.ofRows(new Decoder(block, 0));

            assertThatThrownBy(() -> SERIALIZER.read(row)).isInstanceOf(CorruptShardException.class);
            assertThatThrownBy(new Decoder(block, 0)::skip).isInstanceOf(CorruptShardException.class);
        }
    }

    @Test
    void noNumberReachesBeyondItsBlockThoughTheMemoryGoesOn() {
        for (long number :
                new long[] {1, 200, 40_000, 3_000_000_000L, Long.MAX_VALUE, -100, -1000, -100_000, Long.MIN_VALUE}) {
            Encoder encoder = new Encoder();
            encoder.integer(number);
            for (int length = 0; length < encoder.position(); length++) {
                Decoder decoder = new Decoder(new BlockRows("file", 0, encoder.array(), length, 1), 0);

                assertThatThrownBy(decoder::integer).isInstanceOf(CorruptShardException.class);
            }
        }
    }

    @Test
    void nestingThatNeverEndsDoesNotExhaustTheStack() {
        byte[] nested = new byte[1 << 20];
        Arrays.fill(nested, (byte) 0x91);
        Decoder decoder = new Decoder(new BlockRows("file", 0, nested, nested.length, 1), 0);

        assertThatThrownBy(decoder::skip).isInstanceOf(CorruptShardException.class);
    }

    /** A byte of any kind, but often one that begins a long value. */
    private static int interesting(Random random) {
        return random.nextInt(3) == 0 ? 0xC0 + random.nextInt(0x20) : random.nextInt(256);
    }

    private static boolean refuses(boolean byRows, byte[] file, int attempt) {
        try {
            if (byRows) {
                PartBytes.rows(FORMAT, SERIALIZER, file);
            } else {
                PartBytes.batchedRows(FORMAT, SERIALIZER, file, 1 + attempt % 4);
            }
            return false;
        } catch (CorruptShardException e) {
            assertThat(e).hasMessageContaining("step/f1/00000.000");
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("Attempt " + attempt + " with seed " + SEED, e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1073741824, 100, 1", // shrunk to too little
        "2000000000, 1000000, 1", // longer than any block
        "-1, 100, 1",
        "100, 200, 1", // longer in the file than without compression
        "200, 100, 201", // more rows than bytes
        "200, 100, 0",
    })
    void believesNoHeaderThatNoWriterWrites(int length, int storedLength, int rows) {
        byte[] header = new BlockHeader(length, storedLength, rows, 0).encode();

        assertThat(BlockHeader.decode(header)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[[8,3,0]",
                "[[9,3,0]]",
                "[[8,2,0]]",
                "[[8,3,1]]",
                "[[8,3]]",
                "[[8,3,0,0]]",
                "[[8,-3,0]]",
                "[[8,3,0],[8,3,0]]",
                "[[8,1,0],[9,2,1]]",
                "[[8,1,0],[1000000,2,1]]",
                "[[8,3000000000,0]]",
                "[[8,\"3\",0]]",
                "{}",
                "null"
            })
    void believesNoBlockIndexThatDoesNotFitTheFile(String index) throws IOException {
        byte[] file = file("zstd");
        FileFooter footer = footer(file);
        String json = new String(footerJson(file, footer), StandardCharsets.UTF_8);
        String changed = json.substring(0, json.indexOf("\"blocks\":") + 9) + index + "}";

        assertThatThrownBy(() -> readAll(withFooter(file, footer, changed))).isInstanceOf(CorruptShardException.class);
    }

    @Test
    void refusesRowsOfAnotherSchema() {
        assertThatThrownBy(() -> PartBytes.open(FORMAT, new NoteSerializer(), file("zstd")))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("schema");
    }

    @Test
    void refusesFootersThatDoNotFitTheRows() throws IOException {
        PartFooter footer = PartBytes.footer(SERIALIZER, CompressionSetting.NONE, 1);
        RecordType other = RecordType.named("Other").column("a", ScalarType.INT).build();
        for (PartFooter wrong : List.of(
                footer,
                PartBytes.footer(SERIALIZER, CompressionSetting.LZ4, 0),
                new PartFooter("step", "f1", 0, 0, 0, 0, 0, 0, other.hash(), "none", true, true))) {
            try (var writer = FORMAT.write(new ByteArrayOutputStream(), SERIALIZER, CompressionSetting.NONE)) {
                assertThatThrownBy(() -> writer.finish(wrong)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static byte[] file(String compression) {
        return PartBytes.write(FORMAT, SERIALIZER, CompressionSetting.parse(compression), ROWS, 10);
    }

    private static void readAll(byte[] file) {
        PartBytes.rows(FORMAT, SERIALIZER, file);
    }

    private static FileFooter footer(byte[] file) throws IOException {
        return FileFooter.read(new BytesPartInput("file", file));
    }

    private static byte[] footerJson(byte[] file, FileFooter footer) {
        return Arrays.copyOfRange(file, (int) footer.begin(), file.length - 16);
    }

    /** A file in one block that is damaged in nothing but what its rows say. */
    private static byte[] withRows(byte[] rows, int count) throws IOException {
        return withBlock("none", rows, rows.length, count);
    }

    private static byte[] withBlock(String compression, byte[] stored, int length, int count) throws IOException {
        int checksum = BlockHeader.checksum(stored, 0, stored.length);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(FileFooter.magic());
        file.write(new BlockHeader(length, stored.length, count, checksum).encode());
        file.write(stored);
        BlockIndex index = new BlockIndex();
        index.add(FileFooter.FIRST_BLOCK, count);
        PartFooter part = PartBytes.footer(SERIALIZER, CompressionSetting.parse(compression), count);
        file.write(new FileFooter(part, index, file.size()).encode());
        return file.toByteArray();
    }

    private static byte[] withFooter(byte[] file, FileFooter footer, String text) throws IOException {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(file, 0, (int) footer.begin());
        changed.write(json);
        changed.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(json.length)
                .putInt(BlockHeader.checksum(json, 0, json.length))
                .array());
        changed.write(FileFooter.magic());
        return changed.toByteArray();
    }
}
