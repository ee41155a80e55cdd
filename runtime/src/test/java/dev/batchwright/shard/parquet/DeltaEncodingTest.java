package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shaded.parquet.io.ParquetDecodingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers go from us to parquet-java and back. */
class DeltaEncodingTest {

    private static final long SEED = 17;
    private static final int[] COUNTS = {0, 1, 2, 32, 33, 34, 128, 129, 130, 160, 161, 257, 1000};

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void parquetJavaAndWeReadWhatWeWrite(boolean narrow) throws IOException {
        for (int round = 0; round < 600; round++) {
            long[] values = values(round, narrow);
            byte[] encoded = encode(values, narrow);

            assertThat(decode(encoded, narrow, values.length))
                    .as("round %d, seed %d", round, SEED)
                    .isEqualTo(values);
            assertThat(decodeByParquetJava(encoded, narrow, values.length))
                    .as("round %d, seed %d", round, SEED)
                    .isEqualTo(values);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void weReadWhatParquetJavaWrites(boolean narrow) throws IOException {
        for (int round = 0; round < 600; round++) {
            long[] values = values(round, narrow);

            assertThat(decode(encodeByParquetJava(values, narrow), narrow, values.length))
                    .as("round %d, seed %d", round, SEED)
                    .isEqualTo(values);
        }
    }

    @Test
    void differencesBeyondTheLargestNumberWrapAround() {
        long[] longs = {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 0, Long.MIN_VALUE, -1};
        assertThat(decode(encode(longs, false), false, longs.length)).isEqualTo(longs);

        long[] ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, Integer.MIN_VALUE, -1};
        assertThat(decode(encode(ints, true), true, ints.length)).isEqualTo(ints);
    }

    @Test
    void equalStepsTakeNoBits() {
        long[] values = new long[100_001];
        Arrays.setAll(values, i -> 7L * i);

        // A smallest difference and four widths for each 128 values.
        assertThat(encode(values, false).length).isLessThan(5 * 100_000 / 128 + 20);
    }

    @Test
    void refusesMoreNumbersThanItCanHold() {
        PlainBuffer page = new PlainBuffer();
        page.writeVarLong(128);
        page.writeVarLong(4);
        page.writeVarLong(1_000_000_000);
        page.writeVarLong(0);

        assertThatThrownBy(() -> decode(Arrays.copyOf(page.array(), page.size()), false, 1_000_000_000))
                .isInstanceOf(ParquetDecodingException.class)
                .hasMessageContaining("1000000000 values");
    }

    @Test
    void everyTruncationIsAnErrorAndNoiseNothingWorse() {
        byte[] encoded = encode(values(7, false), false);
        for (int length = 0; length < encoded.length; length++) {
            byte[] cut = Arrays.copyOf(encoded, length);
            assertThatThrownBy(() -> decode(cut, false, COUNTS[7])).isInstanceOf(ParquetDecodingException.class);
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = encoded.clone();
            noise[random.nextInt(noise.length)] = (byte) random.nextInt();
            noise[random.nextInt(12)] = (byte) random.nextInt();
            try {
                decode(noise, false, COUNTS[7]);
            } catch (ParquetDecodingException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    private long[] values(int round, boolean narrow) {
        long[] values = new long[COUNTS[round % COUNTS.length]];
        int bits = 1 + random.nextInt(narrow ? 32 : 64);
        long value = random.nextLong();
        boolean walks = random.nextBoolean();
        for (int i = 0; i < values.length; i++) {
            long step = random.nextLong() >> (64 - bits);
            value = walks ? value + step : step;
            values[i] = narrow ? (int) value : value;
        }
        return values;
    }

    private static byte[] encode(long[] values, boolean narrow) {
        PlainBuffer out = new PlainBuffer();
        new DeltaEncoder(out, narrow).encode(values, values.length);
        return Arrays.copyOf(out.array(), out.size());
    }

    private static long[] decode(byte[] encoded, boolean narrow, int number) {
        return Arrays.copyOf(DeltaDecoder.decode(encoded, 0, encoded.length, narrow, number, new long[0]), number);
    }

    private static long[] decodeByParquetJava(byte[] encoded, boolean narrow, int number) throws IOException {
        DeltaBinaryPackingValuesReader reader = new DeltaBinaryPackingValuesReader();
        reader.initFromPage(number, ByteBufferInputStream.wrap(ByteBuffer.wrap(encoded)));
        long[] values = new long[number];
        for (int i = 0; i < number; i++) {
            values[i] = narrow ? reader.readInteger() : reader.readLong();
        }
        return values;
    }

    private static byte[] encodeByParquetJava(long[] values, boolean narrow) throws IOException {
        HeapByteBufferAllocator allocator = new HeapByteBufferAllocator();
        ValuesWriter writer = narrow
                ? new DeltaBinaryPackingValuesWriterForInteger(100, 1000, allocator)
                : new DeltaBinaryPackingValuesWriterForLong(100, 1000, allocator);
        for (long value : values) {
            if (narrow) {
                writer.writeInteger((int) value);
            } else {
                writer.writeLong(value);
            }
        }
        return toArray(writer.getBytes());
    }

    private static byte[] toArray(BytesInput pieces) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        pieces.writeAllTo(joined);
        return joined.toByteArray();
    }
}
