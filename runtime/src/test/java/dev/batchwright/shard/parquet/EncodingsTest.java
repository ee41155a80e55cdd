package dev.batchwright.shard.parquet;

import static org.apache.parquet.format.Encoding.BIT_PACKED;
import static org.apache.parquet.format.Encoding.BYTE_STREAM_SPLIT;
import static org.apache.parquet.format.Encoding.DELTA_BINARY_PACKED;
import static org.apache.parquet.format.Encoding.DELTA_BYTE_ARRAY;
import static org.apache.parquet.format.Encoding.DELTA_LENGTH_BYTE_ARRAY;
import static org.apache.parquet.format.Encoding.PLAIN;
import static org.apache.parquet.format.Encoding.PLAIN_DICTIONARY;
import static org.apache.parquet.format.Encoding.RLE;
import static org.apache.parquet.format.Encoding.RLE_DICTIONARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.bitpacking.BitPackingValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.DoubleByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.FixedLenByteArrayByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.FloatByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.IntegerByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.LongByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.Float16Type;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.NanoSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every encoding of every type of column, as parquet-java's own encoders write them, in both versions of pages. */
class EncodingsTest {

    private static final long SEED = 20261124;
    private static final int ROWS = 3_000;
    private static final HeapByteBufferAllocator HEAP = HeapByteBufferAllocator.getInstance();

    /**
     * A type of column, and what its values are on either side.
     *
     * @param name the name of the case
     * @param element the column in the file
     * @param type the column of the row
     * @param value makes a value of the row out of a number
     * @param write encodes such a value
     * @param read reads one
     * @param writers the encodings and their encoders
     */
    record Case(
            String name,
            SchemaElement element,
            ColumnType type,
            IntFunction<Object> value,
            BiConsumer<ValuesWriter, Object> write,
            Function<ValueReader, Object> read,
            List<Encoder> writers) {

        @Override
        public String toString() {
            return name;
        }
    }

    private record Encoder(Encoding encoding, Supplier<ValuesWriter> writer) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "boolean",
                        element(Type.BOOLEAN),
                        ScalarType.BOOLEAN,
                        n -> n % 3 == 0,
                        (out, value) -> out.writeBoolean((Boolean) value),
                        ValueReader::readBoolean,
                        List.of(
                                new Encoder(PLAIN, BooleanPlainValuesWriter::new),
                                new Encoder(
                                        RLE, () -> new RunLengthBitPackingHybridValuesWriter(1, 64, 1 << 20, HEAP)))),
                ints("int", element(Type.INT32), ScalarType.INT, n -> n, ValueReader::readInt),
                ints(
                        "unsigned int as long",
                        element(Type.INT32).setConverted_type(ConvertedType.UINT_32),
                        ScalarType.LONG,
                        Integer::toUnsignedLong,
                        ValueReader::readLong),
                ints(
                        "decimal of 32 bits",
                        decimal(element(Type.INT32), 9, 3),
                        ScalarType.DECIMAL,
                        n -> BigDecimal.valueOf(n, 3),
                        ValueReader::readDecimal),
                ints(
                        "time of day in milliseconds",
                        element(Type.INT32)
                                .setLogicalType(
                                        LogicalType.TIME(new TimeType(false, TimeUnit.MILLIS(new MilliSeconds())))),
                        ScalarType.DURATION,
                        n -> Duration.ofMillis(n),
                        ValueReader::readDuration),
                longs("long", element(Type.INT64), ScalarType.LONG, n -> spread(n), ValueReader::readLong),
                longs(
                        "unsigned long as decimal",
                        element(Type.INT64).setConverted_type(ConvertedType.UINT_64),
                        ScalarType.DECIMAL,
                        n -> new BigDecimal(Long.toUnsignedString(spread(n))),
                        ValueReader::readDecimal),
                longs(
                        "decimal of 64 bits",
                        decimal(element(Type.INT64), 18, 10),
                        ScalarType.DECIMAL,
                        n -> BigDecimal.valueOf(spread(n), 10),
                        ValueReader::readDecimal),
                longs(
                        "time of day in microseconds",
                        element(Type.INT64)
                                .setLogicalType(
                                        LogicalType.TIME(new TimeType(true, TimeUnit.MICROS(new MicroSeconds())))),
                        ScalarType.DURATION,
                        n -> Duration.ofNanos(1000L * n),
                        ValueReader::readDuration),
                longs(
                        "time of day in nanoseconds",
                        element(Type.INT64)
                                .setLogicalType(
                                        LogicalType.TIME(new TimeType(false, TimeUnit.NANOS(new NanoSeconds())))),
                        ScalarType.DURATION,
                        n -> Duration.ofNanos(n),
                        ValueReader::readDuration),
                new Case(
                        "float",
                        element(Type.FLOAT),
                        ScalarType.FLOAT,
                        n -> Float.intBitsToFloat(n & 0x7F7F_FFFF),
                        (out, value) -> out.writeFloat((Float) value),
                        ValueReader::readFloat,
                        List.of(
                                plain(),
                                new Encoder(
                                        BYTE_STREAM_SPLIT,
                                        () -> new FloatByteStreamSplitValuesWriter(64, 1 << 20, HEAP)))),
                new Case(
                        "double",
                        element(Type.DOUBLE),
                        ScalarType.DOUBLE,
                        n -> (double) spread(n),
                        (out, value) -> out.writeDouble((Double) value),
                        ValueReader::readDouble,
                        List.of(
                                plain(),
                                new Encoder(
                                        BYTE_STREAM_SPLIT,
                                        () -> new DoubleByteStreamSplitValuesWriter(64, 1 << 20, HEAP)))),
                new Case(
                        "text",
                        element(Type.BYTE_ARRAY).setConverted_type(ConvertedType.UTF8),
                        ScalarType.STRING,
                        n -> n % 11 == 0 ? "" : "größe " + n,
                        (out, value) -> out.writeBytes(Binary.fromString((String) value)),
                        ValueReader::readString,
                        texts()),
                new Case(
                        "decimal of any length",
                        decimal(element(Type.BYTE_ARRAY), 30, 4),
                        ScalarType.DECIMAL,
                        n -> new BigDecimal(BigInteger.valueOf(spread(n)), 4),
                        (out, value) -> out.writeBytes(Binary.fromConstantByteArray(
                                ((BigDecimal) value).unscaledValue().toByteArray())),
                        ValueReader::readDecimal,
                        texts()),
                new Case(
                        "decimal of a fixed length",
                        decimal(element(Type.FIXED_LEN_BYTE_ARRAY).setType_length(12), 28, 4),
                        ScalarType.DECIMAL,
                        n -> new BigDecimal(BigInteger.valueOf(spread(n)), 4),
                        (out, value) -> out.writeBytes(Binary.fromConstantByteBuffer(ByteBuffer.allocate(12)
                                .putInt(((BigDecimal) value).signum() < 0 ? -1 : 0)
                                .putLong(((BigDecimal) value).unscaledValue().longValue())
                                .flip())),
                        ValueReader::readDecimal,
                        fixed(12)),
                new Case(
                        "half as float",
                        half(),
                        ScalarType.FLOAT,
                        n -> n % 2048 / 8f,
                        EncodingsTest::writeHalf,
                        ValueReader::readFloat,
                        fixed(2)),
                new Case(
                        "half as double",
                        half(),
                        ScalarType.DOUBLE,
                        n -> (double) (n % 2048 / 8f),
                        (out, value) -> writeHalf(out, ((Double) value).floatValue()),
                        ValueReader::readDouble,
                        fixed(2)),
                new Case(
                        "INT96 as instant",
                        element(Type.INT96),
                        ScalarType.INSTANT,
                        n -> Instant.ofEpochSecond(n, Math.abs(n) % 1_000_000_000),
                        EncodingsTest::writeInt96,
                        ValueReader::readInstant,
                        List.of(new Encoder(
                                PLAIN, () -> new FixedLenByteArrayPlainValuesWriter(12, 64, 1 << 20, HEAP)))),
                new Case(
                        "INT96 as local time",
                        element(Type.INT96),
                        ScalarType.DATE_TIME,
                        n -> LocalDateTime.ofEpochSecond(n, 7, java.time.ZoneOffset.UTC),
                        (out, value) -> writeInt96(out, ((LocalDateTime) value).toInstant(java.time.ZoneOffset.UTC)),
                        ValueReader::readDateTime,
                        List.of(new Encoder(
                                PLAIN, () -> new FixedLenByteArrayPlainValuesWriter(12, 64, 1 << 20, HEAP)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyEncodingInBothVersionsOfPages(Case type) throws IOException {
        List<@Nullable Object> values = values(type, false);
        List<@Nullable Object> some = values(type, true);
        for (Encoder encoder : type.writers()) {
            ForeignFile v1 = new ForeignFile(List.of(type.element()));
            ForeignFile v2 = new ForeignFile(List.of(type.element()));
            for (int from = 0; from < ROWS; from += 1_000) {
                List<@Nullable Object> page = some.subList(from, from + 1_000);
                byte[] encoded = encode(type, encoder.writer().get(), page);
                byte[] levels = levels(page);
                v1.pageV1(encoder.encoding(), RLE, 1_000, framed(levels), encoded);
                v2.pageV2(encoder.encoding(), 1_000, nulls(page), levels, encoded, false);
            }
            assertThat(read(type, v1)).as("%s, version 1", encoder.encoding()).isEqualTo(some);
            assertThat(read(type, v2)).as("%s, version 2", encoder.encoding()).isEqualTo(some);

            SchemaElement required = type.element().deepCopy().setRepetition_type(FieldRepetitionType.REQUIRED);
            ForeignFile full = new ForeignFile(List.of(required));
            full.pageV1(
                    encoder.encoding(),
                    RLE,
                    ROWS,
                    new byte[0],
                    encode(type, encoder.writer().get(), values));
            assertThat(read(type, full)).as("%s, required", encoder.encoding()).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dictionariesAndWhatFollowsWhenTheyGetTooLarge(Case type) throws IOException {
        if (type.element().getType() == Type.BOOLEAN) {
            return;
        }
        Random random = new Random(SEED);
        List<@Nullable Object> entries =
                new ArrayList<>(new LinkedHashSet<>(values(type, false).subList(0, 40)));
        List<@Nullable Object> picked = random.ints(1_000, 0, entries.size())
                .<Object>mapToObj(entries::get)
                .toList();
        byte[] plain = encode(type, type.writers().get(0).writer().get(), entries);
        for (Encoding encoding : List.of(PLAIN_DICTIONARY, RLE_DICTIONARY)) {
            ForeignFile file = new ForeignFile(List.of(type.element()));
            file.dictionary(encoding == RLE_DICTIONARY ? PLAIN : encoding, entries.size(), plain);
            file.pageV1(encoding, RLE, 1_000, framed(levels(picked)), ids(entries, picked));
            file.pageV2(encoding, 1_000, 0, levels(picked), ids(entries, picked), false);
            List<@Nullable Object> late = values(type, true).subList(0, 500);
            byte[] fallback = encode(type, type.writers().get(0).writer().get(), late);
            file.pageV1(PLAIN, RLE, 500, framed(levels(late)), fallback);

            List<@Nullable Object> all = new ArrayList<>(picked);
            all.addAll(picked);
            all.addAll(late);
            assertThat(read(type, file)).as("%s", encoding).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void levelsInTheOldestEncoding(Case type) throws IOException {
        List<@Nullable Object> page = values(type, true).subList(0, 1_000);
        BitPackingValuesWriter packed = new BitPackingValuesWriter(1, 64, 1 << 20, HEAP);
        page.forEach(value -> packed.writeInteger(value == null ? 0 : 1));
        Encoder plain = type.writers().get(0);
        ForeignFile file = new ForeignFile(List.of(type.element()));
        file.pageV1(
                plain.encoding(),
                BIT_PACKED,
                1_000,
                bytes(packed.getBytes()),
                encode(type, plain.writer().get(), page));

        assertThat(read(type, file)).isEqualTo(page);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pagesWithoutValuesAndPagesOfNulls(Case type) throws IOException {
        List<@Nullable Object> nulls = new ArrayList<>(java.util.Collections.nCopies(700, null));
        for (Encoder encoder : type.writers()) {
            ForeignFile file = new ForeignFile(List.of(type.element()));
            file.pageV1(encoder.encoding(), RLE, 0, framed(new byte[0]), new byte[0]);
            file.pageV1(encoder.encoding(), RLE, 700, framed(levels(nulls)), new byte[0]);
            file.pageV2(encoder.encoding(), 0, 0, new byte[0], new byte[0], true);
            file.pageV2(encoder.encoding(), 700, 700, levels(nulls), new byte[0], true);

            List<@Nullable Object> all = new ArrayList<>(nulls);
            all.addAll(nulls);
            assertThat(read(type, file)).isEqualTo(all);
        }
    }

    private static Case ints(
            String name,
            SchemaElement element,
            ColumnType type,
            IntFunction<Object> value,
            Function<ValueReader, Object> read) {
        return new Case(
                name,
                element,
                type,
                value,
                (out, held) -> out.writeInteger((int) number(held)),
                read,
                List.of(
                        plain(),
                        new Encoder(
                                DELTA_BINARY_PACKED,
                                () -> new DeltaBinaryPackingValuesWriterForInteger(64, 1 << 20, HEAP)),
                        new Encoder(
                                BYTE_STREAM_SPLIT, () -> new IntegerByteStreamSplitValuesWriter(64, 1 << 20, HEAP))));
    }

    private static Case longs(
            String name,
            SchemaElement element,
            ColumnType type,
            IntFunction<Object> value,
            Function<ValueReader, Object> read) {
        boolean isNanos = name.contains("nanoseconds");
        return new Case(
                name,
                element,
                type,
                value,
                (out, held) -> out.writeLong(
                        held instanceof Duration time ? time.toNanos() / (isNanos ? 1 : 1000) : number(held)),
                read,
                List.of(
                        plain(),
                        new Encoder(
                                DELTA_BINARY_PACKED,
                                () -> new DeltaBinaryPackingValuesWriterForLong(64, 1 << 20, HEAP)),
                        new Encoder(BYTE_STREAM_SPLIT, () -> new LongByteStreamSplitValuesWriter(64, 1 << 20, HEAP))));
    }

    private static long number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.unscaledValue().longValue();
        }
        return value instanceof Duration time ? time.toMillis() : ((Number) value).longValue();
    }

    private static Encoder plain() {
        return new Encoder(PLAIN, () -> new PlainValuesWriter(64, 1 << 20, HEAP));
    }

    private static List<Encoder> texts() {
        return List.of(
                plain(),
                new Encoder(DELTA_LENGTH_BYTE_ARRAY, () -> new DeltaLengthByteArrayValuesWriter(64, 1 << 20, HEAP)),
                new Encoder(DELTA_BYTE_ARRAY, () -> new DeltaByteArrayWriter(64, 1 << 20, HEAP)));
    }

    private static List<Encoder> fixed(int length) {
        return List.of(
                new Encoder(PLAIN, () -> new FixedLenByteArrayPlainValuesWriter(length, 64, 1 << 20, HEAP)),
                new Encoder(DELTA_BYTE_ARRAY, () -> new DeltaByteArrayWriter(64, 1 << 20, HEAP)),
                new Encoder(
                        BYTE_STREAM_SPLIT,
                        () -> new FixedLenByteArrayByteStreamSplitValuesWriter(length, 64, 1 << 20, HEAP)));
    }

    private static SchemaElement element(Type type) {
        return new SchemaElement("c").setType(type).setRepetition_type(FieldRepetitionType.OPTIONAL);
    }

    private static SchemaElement half() {
        return element(Type.FIXED_LEN_BYTE_ARRAY)
                .setType_length(2)
                .setLogicalType(LogicalType.FLOAT16(new Float16Type()));
    }

    private static SchemaElement decimal(SchemaElement element, int precision, int scale) {
        return element.setConverted_type(ConvertedType.DECIMAL)
                .setPrecision(precision)
                .setScale(scale)
                .setLogicalType(LogicalType.DECIMAL(new DecimalType(scale, precision)));
    }

    /** These have few enough bits for a number of sixteen. */
    private static void writeHalf(ValuesWriter out, Object value) {
        int bits = Float.floatToIntBits((Float) value);
        int exponent = ((bits >> 23) & 0xFF) - 112;
        int half = (Float) value == 0 ? 0 : ((bits >>> 16) & 0x8000) | (exponent << 10) | ((bits >> 13) & 0x3FF);
        out.writeBytes(Binary.fromConstantByteArray(new byte[] {(byte) half, (byte) (half >> 8)}));
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // The seconds are taken first, in two parts.
    private static void writeInt96(ValuesWriter out, Object value) {
        long seconds = ((Instant) value).getEpochSecond();
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(Math.floorMod(seconds, 86_400L) * 1_000_000_000 + ((Instant) value).getNano());
        bytes.putInt((int) (Math.floorDiv(seconds, 86_400L) + 2_440_588));
        out.writeBytes(Binary.fromConstantByteArray(bytes.array()));
    }

    private static long spread(int number) {
        return number * 0x1_0000_0001L;
    }

    private static List<@Nullable Object> values(Case type, boolean withNulls) {
        Random random = new Random(SEED);
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int number = i % 10 == 0 ? random.nextInt() : i / 3;
            values.add(withNulls && random.nextInt(5) == 0 ? null : type.value().apply(number));
        }
        return values;
    }

    private static byte[] encode(Case type, ValuesWriter writer, List<@Nullable Object> values) throws IOException {
        for (Object value : values) {
            if (value != null) {
                type.write().accept(writer, value);
            }
        }
        return bytes(writer.getBytes());
    }

    private static byte[] levels(List<@Nullable Object> values) throws IOException {
        RunLengthBitPackingHybridEncoder encoder = new RunLengthBitPackingHybridEncoder(1, 64, 1 << 20, HEAP);
        for (Object value : values) {
            encoder.writeInt(value == null ? 0 : 1);
        }
        return bytes(encoder.toBytes());
    }

    private static byte[] ids(List<@Nullable Object> entries, List<@Nullable Object> picked) throws IOException {
        int bitWidth = 32 - Integer.numberOfLeadingZeros(entries.size() - 1);
        RunLengthBitPackingHybridEncoder encoder = new RunLengthBitPackingHybridEncoder(bitWidth, 64, 1 << 20, HEAP);
        for (Object value : picked) {
            encoder.writeInt(entries.indexOf(value));
        }
        return ForeignFile.concat(new byte[] {(byte) bitWidth}, bytes(encoder.toBytes()));
    }

    private static byte[] bytes(BytesInput input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        input.writeAllTo(out);
        return out.toByteArray();
    }

    private static byte[] framed(byte[] levels) {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(levels.length)
                .array();
        return ForeignFile.concat(length, levels);
    }

    private static int nulls(List<@Nullable Object> values) {
        return (int) values.stream().filter(value -> value == null).count();
    }

    private static List<@Nullable Object> read(Case type, ForeignFile file) {
        return ForeignRows.read(file.bytes(), type.type(), type.read());
    }
}
