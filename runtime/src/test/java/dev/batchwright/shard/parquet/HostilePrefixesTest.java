package dev.batchwright.shard.parquet;

import static org.apache.parquet.format.Encoding.DELTA_BYTE_ARRAY;
import static org.apache.parquet.format.Encoding.RLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.SourceException;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.Guarded;
import dev.batchwright.shard.ValueReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that share their beginnings: a length of a few bits stands for as many bytes as it says. */
class HostilePrefixesTest {

    private static final long ALLOWANCE = 96L << 20;

    private static final SchemaElement TEXT =
            new SchemaElement("c").setType(Type.BYTE_ARRAY).setRepetition_type(FieldRepetitionType.REQUIRED);

    private static Guarded guarded;

    @BeforeAll
    static void open() {
        guarded = new Guarded();
    }

    @AfterAll
    static void close() {
        guarded.close();
    }

    @Test
    void areReadWhereTheyAreRight() throws IOException {
        byte[] file = file(TEXT, new int[] {0, 3, 1, 0}, new int[] {4, 0, 2, 1}, "abcd" + "xy" + "z");

        assertThat(read(file, ScalarType.STRING, ValueReader::readString).rows())
                .isEqualTo(List.of("abcd", "abc", "axy", "z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 1_000, Integer.MAX_VALUE - 16, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void thatAreLongerThanTheValueBeforeAreRefused(int prefix) throws IOException {
        for (int suffix : new int[] {0, 4}) {
            byte[] file = file(TEXT, new int[] {0, prefix}, new int[] {4, suffix}, "abcdefgh");

            assertRefused(read(file, ScalarType.STRING, ValueReader::readString));
        }
        assertRefused(read(
                file(TEXT, new int[] {prefix}, new int[] {4}, "abcd"), ScalarType.STRING, ValueReader::readString));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Integer.MAX_VALUE - 16})
    void ofValuesOfOneLengthAreRefusedAsWell(int prefix) throws IOException {
        SchemaElement uuid = new SchemaElement("c")
                .setType(Type.FIXED_LEN_BYTE_ARRAY)
                .setType_length(16)
                .setRepetition_type(FieldRepetitionType.REQUIRED);
        String id = "0123456789abcdef";

        assertThat(read(
                                file(uuid, new int[] {0, 15}, new int[] {16, 1}, id + "x"),
                                ScalarType.UUID,
                                ValueReader::readUuid)
                        .rows())
                .hasSize(2)
                .first()
                .isEqualTo(new UUID(0x3031323334353637L, 0x3839616263646566L));
        assertRefused(read(
                file(uuid, new int[] {prefix, 16}, new int[] {15, 0}, id), ScalarType.UUID, ValueReader::readUuid));
        assertRefused(read(
                file(uuid, new int[] {0, 16 + prefix}, new int[] {16, 0}, id), ScalarType.UUID, ValueReader::readUuid));
    }

    @Test
    void thatMakeManyBytesOfFewAreRefused() throws IOException {
        int number = 20_000;
        int length = 1 << 16;
        int[] prefixes = new int[number];
        Arrays.fill(prefixes, 1, number, length);
        int[] suffixes = new int[number];
        suffixes[0] = length;
        byte[] file = file(TEXT, prefixes, suffixes, "x".repeat(length));
        assertThat(file).hasSizeLessThan(80_000);

        // As bytes they would be 1.2 GiB.
        assertRefused(read(file, ScalarType.STRING, ValueReader::readString));
        assertRefused(read(file, ScalarType.BYTES, ValueReader::readBytes));
    }

    @Test
    void thatMakeSixteenMebibytesOfFewAreRead() throws IOException {
        int number = 1_024;
        int length = 1 << 14;
        int[] prefixes = new int[number];
        Arrays.fill(prefixes, 1, number, length);
        int[] suffixes = new int[number];
        suffixes[0] = length;
        String text = "x".repeat(length);

        assertThat(read(file(TEXT, prefixes, suffixes, text), ScalarType.STRING, ValueReader::readString)
                        .rows())
                .hasSize(number)
                .allMatch(text::equals);
    }

    private static void assertRefused(Guarded.Outcome outcome) {
        assertThat(outcome.refusal())
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("foreign.parquet", "column c");
    }

    private static Guarded.Outcome read(byte[] file, ColumnType type, Function<ValueReader, Object> read) {
        Guarded.Outcome outcome = guarded.read("prefixes", () -> ForeignRows.read(file, type, read));
        assertThat(outcome.allocated()).isLessThan(ALLOWANCE);
        return outcome;
    }

    private static byte[] file(SchemaElement column, int[] prefixes, int[] suffixes, String bytes) throws IOException {
        byte[] page = ForeignFile.concat(deltas(prefixes), deltas(suffixes), bytes.getBytes(StandardCharsets.US_ASCII));
        return new ForeignFile(List.of(column))
                .pageV1(DELTA_BYTE_ARRAY, RLE, prefixes.length, new byte[0], page)
                .bytes();
    }

    private static byte[] deltas(int[] values) throws IOException {
        try (var writer =
                new DeltaBinaryPackingValuesWriterForInteger(128, 4, 1 << 10, 1 << 20, new HeapByteBufferAllocator())) {
            for (int value : values) {
                writer.writeInteger(value);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.getBytes().writeAllTo(out);
            return out.toByteArray();
        }
    }
}
