package dev.batchwright.shard.parquet;

import static org.apache.parquet.format.Encoding.PLAIN;
import static org.apache.parquet.format.Encoding.RLE;
import static org.apache.parquet.format.Encoding.RLE_DICTIONARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.SourceException;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Factory;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What writers do differently from each other, apart from encodings. */
class ForeignPagesTest {

    private static final List<@Nullable Object> NUMBERS =
            IntStream.range(0, 1_000).<@Nullable Object>mapToObj(n -> n / 7).toList();

    private static final SchemaElement COLUMN =
            new SchemaElement("c").setType(Type.INT32).setRepetition_type(FieldRepetitionType.REQUIRED);

    @Test
    void lz4InTheFramesOfHadoop() {
        assertReads(file().compressed(CompressionCodec.LZ4, page -> framed(page, 4_000, 4_000)));
        assertReads(file().compressed(CompressionCodec.LZ4, page -> framed(page, 1_000, 1_000)));
        assertReads(file().compressed(CompressionCodec.LZ4, page -> framed(page, 2_000, 500)));
    }

    @Test
    void lz4WithoutFramesUnderTheSameName() {
        assertReads(file().compressed(CompressionCodec.LZ4, ForeignPagesTest::lz4));
    }

    @Test
    void gzipOfSeveralMembers() {
        assertReads(file().compressed(CompressionCodec.GZIP, page -> {
            byte[] first = gzip(Arrays.copyOf(page, page.length / 2));
            return ForeignFile.concat(first, gzip(Arrays.copyOfRange(page, page.length / 2, page.length)));
        }));
    }

    @Test
    void lzoIsRefusedByName() {
        assertThatThrownBy(() -> read(fill(file().compressed(CompressionCodec.LZO, UnaryOperator.identity()))))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("foreign.parquet", "column c", "LZO", "Zstandard");
    }

    @Test
    void checksumsAreCheckedWhereTheyAre() {
        assertReads(file().withChecksums());
        assertThatThrownBy(() -> read(fill(file().withWrongChecksums())))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("foreign.parquet", "column c", "the checksum of a page does not hold");
    }

    @Test
    void aDictionaryThatTheFooterDoesNotMention() {
        ForeignFile file = withDictionary();
        file.withFooter(footer -> {
            var column = footer.getRow_groups().get(0).getColumns().get(0).getMeta_data();
            column.setData_page_offset(column.getDictionary_page_offset());
            column.unsetDictionary_page_offset();
        });
        assertThat(read(file)).isEqualTo(List.of(20, 10, 20, 20, 20, 20, 20, 20, 20, 20));
    }

    @Test
    void aDictionaryAtOffsetZeroIsNone() {
        ForeignFile file = fill(file());
        file.withFooter(footer ->
                footer.getRow_groups().get(0).getColumns().get(0).getMeta_data().setDictionary_page_offset(0));
        assertThat(read(file)).isEqualTo(NUMBERS);
    }

    @Test
    void encodingsThatTheFooterForgot() {
        ForeignFile file = withDictionary();
        file.withFooter(footer ->
                footer.getRow_groups().get(0).getColumns().get(0).getMeta_data().setEncodings(List.of(PLAIN)));
        assertThat(read(file)).hasSize(10);
    }

    @Test
    void noRowGroupsAtAll() {
        ForeignFile file = fill(file());
        file.withFooter(footer -> footer.setRow_groups(new ArrayList<>()).setNum_rows(0));
        assertThat(read(file)).isEmpty();
    }

    @Test
    void compressedPagesOfTheSecondVersionThatSayNotOrNothing() {
        UnaryOperator<byte[]> lz4 = ForeignPagesTest::lz4;
        ForeignFile file = file().compressed(CompressionCodec.LZ4_RAW, lz4);
        file.pageV2(PLAIN, 1_000, 0, new byte[0], plain(), false);
        file.withHeaders(header -> header.getData_page_header_v2().unsetIs_compressed());
        file.pageV2(PLAIN, 1_000, 0, new byte[0], plain(), true);
        List<@Nullable Object> twice = new ArrayList<>(NUMBERS);
        twice.addAll(NUMBERS);
        assertThat(read(file)).isEqualTo(twice);
    }

    @Test
    void textThatIsNotUtf8IsRefusedAndNotReplaced() {
        byte[] fine = {2, 0, 0, 0, (byte) 0xC3, (byte) 0xA9};
        byte[] cut = {3, 0, 0, 0, 'a', (byte) 0xE2, (byte) 0x82};
        SchemaElement text =
                new SchemaElement("c").setType(Type.BYTE_ARRAY).setRepetition_type(FieldRepetitionType.REQUIRED);
        ForeignFile plain =
                new ForeignFile(List.of(text)).pageV1(PLAIN, RLE, 2, new byte[0], ForeignFile.concat(fine, cut));
        ForeignFile dictionary = new ForeignFile(List.of(text))
                .dictionary(PLAIN, 2, ForeignFile.concat(fine, cut))
                .pageV1(RLE_DICTIONARY, RLE, 2, new byte[0], new byte[] {1, 3, 0b10});
        for (ForeignFile file : List.of(plain, dictionary)) {
            assertThatThrownBy(() -> ForeignRows.read(file.bytes(), ScalarType.STRING, ValueReader::readString))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContainingAll("foreign.parquet", "column c", "row 1", "not UTF-8");
        }
    }

    private static ForeignFile withDictionary() {
        byte[] entries = ints(10, 20);
        // One bit for each id: a group of eight packed ones, and a run of two ones.
        byte[] ids = {1, 3, (byte) 0b1111_1101, 4, 1};
        return file().dictionary(PLAIN, 2, entries).pageV1(RLE_DICTIONARY, RLE, 10, new byte[0], ids);
    }

    private static ForeignFile file() {
        return new ForeignFile(List.of(COLUMN));
    }

    private static ForeignFile fill(ForeignFile file) {
        return file.pageV1(PLAIN, RLE, 1_000, new byte[0], plain());
    }

    private static void assertReads(ForeignFile file) {
        assertThat(read(fill(file))).isEqualTo(NUMBERS);
    }

    private static List<@Nullable Object> read(ForeignFile file) {
        return ForeignRows.read(file.bytes(), ScalarType.INT, ValueReader::readInt);
    }

    private static byte[] plain() {
        return ints(NUMBERS.stream().mapToInt(number -> (Integer) number).toArray());
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    /** A frame whose content has a length, made of blocks of some length. */
    private static byte[] framed(byte[] page, int frame, int block) {
        List<byte[]> parts = new ArrayList<>();
        for (int at = 0; at < page.length; at += block) {
            if (at % frame == 0) {
                int content = Math.min(frame, page.length - at);
                parts.add(ByteBuffer.allocate(4).putInt(content).array());
            }
            byte[] compressed = lz4(Arrays.copyOfRange(page, at, Math.min(page.length, at + block)));
            parts.add(ByteBuffer.allocate(4).putInt(compressed.length).array());
            parts.add(compressed);
        }
        return ForeignFile.concat(parts.toArray(new byte[0][]));
    }

    private static byte[] lz4(byte[] page) {
        return LZ4Factory.safeInstance().fastCompressor().compress(page);
    }

    private static byte[] gzip(byte[] page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
