package dev.batchwright.shard.parquet;

import static org.apache.parquet.format.Encoding.BYTE_STREAM_SPLIT;
import static org.apache.parquet.format.Encoding.DELTA_BINARY_PACKED;
import static org.apache.parquet.format.Encoding.DELTA_BYTE_ARRAY;
import static org.apache.parquet.format.Encoding.DELTA_LENGTH_BYTE_ARRAY;
import static org.apache.parquet.format.Encoding.PLAIN;
import static org.apache.parquet.format.Encoding.RLE;
import static org.apache.parquet.format.Encoding.RLE_DICTIONARY;

import com.github.luben.zstd.Zstd;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages whose headers or bodies promise what they do not have. */
class HostilePagesTest extends HostileFiles {

    @Test
    void anyNumberInAPagesHeader() {
        for (long odd : ODD) {
            int number = (int) odd;
            read("compressed size " + number, ints(header -> header.setCompressed_page_size(number)));
            read("uncompressed size " + number, ints(header -> header.setUncompressed_page_size(number)));
            read("values " + number, ints(header -> header.getData_page_header().setNum_values(number)));
        }
    }

    @Test
    void anyNumberInAPagesHeaderOfTheSecondVersion() {
        for (long odd : ODD) {
            int number = (int) odd;
            read("values", intsV2(header -> header.getData_page_header_v2().setNum_values(number)));
            read("rows", intsV2(header -> header.getData_page_header_v2().setNum_rows(number)));
            read("nulls", intsV2(header -> header.getData_page_header_v2().setNum_nulls(number)));
            read("levels", intsV2(header -> header.getData_page_header_v2().setDefinition_levels_byte_length(number)));
            read("levels", intsV2(header -> header.getData_page_header_v2().setRepetition_levels_byte_length(number)));
        }
    }

    @Test
    void anyNumberOfEntriesInADictionary() {
        for (long odd : ODD) {
            ForeignFile file = new ForeignFile(List.of(required(Type.BYTE_ARRAY)))
                    .withHeaders(header -> {
                        if (header.isSetDictionary_page_header()) {
                            header.getDictionary_page_header().setNum_values((int) odd);
                        }
                    })
                    .dictionary(PLAIN, 1, new byte[] {1, 0, 0, 0, 'a'})
                    .pageV1(RLE_DICTIONARY, RLE, 8, new byte[0], new byte[] {1, 16, 0});
            read("entries " + odd, file, ScalarType.STRING, ValueReader::readString);
        }
    }

    @Test
    void runsThatNeverEnd() {
        byte[] manyNulls = {5, 0, 0, 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, 0x7F, 0};
        for (int count : new int[] {1 << 20, 1 << 24, Integer.MAX_VALUE}) {
            ForeignFile file =
                    new ForeignFile(List.of(required(Type.INT32).setRepetition_type(FieldRepetitionType.OPTIONAL)));
            file.pageV1(PLAIN, RLE, count, manyNulls, new byte[0]);
            file.withFooter(
                    footer -> footer.setNum_rows(4).getRow_groups().get(0).setNum_rows(4));
            read("nulls " + count, file);
        }
        for (int header : new int[] {0x7F, 0xFFFF_FFFF}) {
            byte[] packed = {1, (byte) header, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F, 1};
            ForeignFile file = new ForeignFile(List.of(required(Type.INT32)));
            file.dictionary(PLAIN, 1, new byte[4]).pageV1(RLE_DICTIONARY, RLE, 1_000, new byte[0], packed);
            read("packed run", file);
        }
    }

    static Stream<Encoding> deltas() {
        return Stream.of(DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY, BYTE_STREAM_SPLIT);
    }

    @ParameterizedTest
    @MethodSource("deltas")
    void deltasThatPromiseTooMuch(Encoding encoding) {
        boolean isNumber = encoding == DELTA_BINARY_PACKED || encoding == BYTE_STREAM_SPLIT;
        for (int block : new int[] {0, 1, 128, 1 << 20, Integer.MAX_VALUE, -1}) {
            for (int parts : new int[] {0, 1, 4, 1 << 20, -1}) {
                for (int count : new int[] {0, 1, 1_000, 1 << 20, Integer.MAX_VALUE}) {
                    byte[] header = ForeignFile.concat(varInt(block), varInt(parts), varInt(count), varInt(2));
                    byte[] page = ForeignFile.concat(header, header, new byte[40]);
                    ForeignFile file = new ForeignFile(List.of(required(isNumber ? Type.INT32 : Type.BYTE_ARRAY)));
                    file.pageV1(encoding, RLE, Math.max(1, count), new byte[0], page);
                    file.withFooter(footer ->
                            footer.setNum_rows(4).getRow_groups().get(0).setNum_rows(4));
                    String what = encoding + " " + block + " " + parts + " " + count;
                    if (isNumber) {
                        read(what, file);
                    } else {
                        read(what, file, ScalarType.STRING, ValueReader::readString);
                    }
                }
            }
        }
    }

    @Test
    void pagesThatDecompressToMoreThanTheySay() {
        byte[] bomb = Zstd.compress(new byte[32 << 20]);
        for (long odd : ODD) {
            ForeignFile file = new ForeignFile(List.of(required(Type.INT32)))
                    .compressed(CompressionCodec.ZSTD, page -> bomb)
                    .withHeaders(header -> header.setUncompressed_page_size((int) odd));
            file.pageV1(PLAIN, RLE, 1_000, new byte[0], new byte[4_000]);
            read("bomb of " + odd, file);
        }
    }

    private static ForeignFile intsV2(Consumer<PageHeader> change) {
        return new ForeignFile(List.of(required(Type.INT32)))
                .withHeaders(change)
                .pageV2(PLAIN, 100, 0, new byte[0], new byte[400], false);
    }

    private static byte[] varInt(int value) {
        byte[] bytes = new byte[5];
        int at = 0;
        for (int left = value; ; left >>>= 7) {
            bytes[at++] = (byte) ((left & 0x7F) | (left >>> 7 != 0 ? 0x80 : 0));
            if (left >>> 7 == 0) {
                return Arrays.copyOf(bytes, at);
            }
        }
    }
}
