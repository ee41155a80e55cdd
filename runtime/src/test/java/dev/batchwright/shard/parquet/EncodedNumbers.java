package dev.batchwright.shard.parquet;

import static dev.batchwright.shard.parquet.EncodedElements.decimal;
import static dev.batchwright.shard.parquet.EncodedElements.element;
import static dev.batchwright.shard.parquet.EncodedElements.spread;
import static dev.batchwright.shard.parquet.ValueEncoder.HEAP;
import static dev.batchwright.shard.parquet.ValueEncoder.plain;
import static org.apache.parquet.format.Encoding.BYTE_STREAM_SPLIT;
import static org.apache.parquet.format.Encoding.DELTA_BINARY_PACKED;
import static org.apache.parquet.format.Encoding.PLAIN;
import static org.apache.parquet.format.Encoding.RLE;

import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.DoubleByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.FloatByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.IntegerByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.LongByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.NanoSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;

/** Columns of booleans, of numbers, and of what is a number in the file, with all their encodings. */
final class EncodedNumbers {

    private EncodedNumbers() {}

    static List<EncodedType> types() {
        return List.of(
                new EncodedType(
                        "boolean",
                        element(Type.BOOLEAN),
                        ScalarType.BOOLEAN,
                        n -> n % 3 == 0,
                        (out, value) -> out.writeBoolean((Boolean) value),
                        ValueReader::readBoolean,
                        List.of(
                                new ValueEncoder(PLAIN, BooleanPlainValuesWriter::new),
                                new ValueEncoder(
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
                new EncodedType(
                        "float",
                        element(Type.FLOAT),
                        ScalarType.FLOAT,
                        n -> Float.intBitsToFloat(n & 0x7F7F_FFFF),
                        (out, value) -> out.writeFloat((Float) value),
                        ValueReader::readFloat,
                        List.of(
                                plain(),
                                new ValueEncoder(
                                        BYTE_STREAM_SPLIT,
                                        () -> new FloatByteStreamSplitValuesWriter(64, 1 << 20, HEAP)))),
                new EncodedType(
                        "double",
                        element(Type.DOUBLE),
                        ScalarType.DOUBLE,
                        n -> (double) spread(n),
                        (out, value) -> out.writeDouble((Double) value),
                        ValueReader::readDouble,
                        List.of(
                                plain(),
                                new ValueEncoder(
                                        BYTE_STREAM_SPLIT,
                                        () -> new DoubleByteStreamSplitValuesWriter(64, 1 << 20, HEAP)))));
    }

    private static EncodedType ints(
            String name,
            SchemaElement element,
            ColumnType type,
            IntFunction<Object> value,
            Function<ValueReader, Object> read) {
        return new EncodedType(
                name,
                element,
                type,
                value,
                (out, held) -> out.writeInteger((int) number(held)),
                read,
                List.of(
                        plain(),
                        new ValueEncoder(
                                DELTA_BINARY_PACKED,
                                () -> new DeltaBinaryPackingValuesWriterForInteger(64, 1 << 20, HEAP)),
                        new ValueEncoder(
                                BYTE_STREAM_SPLIT, () -> new IntegerByteStreamSplitValuesWriter(64, 1 << 20, HEAP))));
    }

    private static EncodedType longs(
            String name,
            SchemaElement element,
            ColumnType type,
            IntFunction<Object> value,
            Function<ValueReader, Object> read) {
        boolean isNanos = name.contains("nanoseconds");
        return new EncodedType(
                name,
                element,
                type,
                value,
                (out, held) -> out.writeLong(
                        held instanceof Duration time ? time.toNanos() / (isNanos ? 1 : 1000) : number(held)),
                read,
                List.of(
                        plain(),
                        new ValueEncoder(
                                DELTA_BINARY_PACKED,
                                () -> new DeltaBinaryPackingValuesWriterForLong(64, 1 << 20, HEAP)),
                        new ValueEncoder(
                                BYTE_STREAM_SPLIT, () -> new LongByteStreamSplitValuesWriter(64, 1 << 20, HEAP))));
    }

    private static long number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.unscaledValue().longValue();
        }
        return value instanceof Duration time ? time.toMillis() : ((Number) value).longValue();
    }
}
