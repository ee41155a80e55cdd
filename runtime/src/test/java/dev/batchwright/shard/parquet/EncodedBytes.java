package dev.batchwright.shard.parquet;

import static dev.batchwright.shard.parquet.EncodedElements.decimal;
import static dev.batchwright.shard.parquet.EncodedElements.element;
import static dev.batchwright.shard.parquet.EncodedElements.spread;
import static dev.batchwright.shard.parquet.ValueEncoder.HEAP;
import static dev.batchwright.shard.parquet.ValueEncoder.fixed;
import static dev.batchwright.shard.parquet.ValueEncoder.texts;
import static org.apache.parquet.format.Encoding.PLAIN;

import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Float16Type;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.Binary;

/** Columns of bytes of any or of one length, and what they mean, with all their encodings. */
final class EncodedBytes {

    private EncodedBytes() {}

    static List<EncodedType> types() {
        return List.of(
                new EncodedType(
                        "text",
                        element(Type.BYTE_ARRAY).setConverted_type(ConvertedType.UTF8),
                        ScalarType.STRING,
                        n -> n % 11 == 0 ? "" : "größe " + n,
                        (out, value) -> out.writeBytes(Binary.fromString((String) value)),
                        ValueReader::readString,
                        texts()),
                new EncodedType(
                        "decimal of any length",
                        decimal(element(Type.BYTE_ARRAY), 30, 4),
                        ScalarType.DECIMAL,
                        n -> new BigDecimal(BigInteger.valueOf(spread(n)), 4),
                        (out, value) -> out.writeBytes(Binary.fromConstantByteArray(
                                ((BigDecimal) value).unscaledValue().toByteArray())),
                        ValueReader::readDecimal,
                        texts()),
                new EncodedType(
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
                new EncodedType(
                        "half as float",
                        half(),
                        ScalarType.FLOAT,
                        n -> n % 2048 / 8f,
                        EncodedBytes::writeHalf,
                        ValueReader::readFloat,
                        fixed(2)),
                new EncodedType(
                        "half as double",
                        half(),
                        ScalarType.DOUBLE,
                        n -> (double) (n % 2048 / 8f),
                        (out, value) -> writeHalf(out, ((Double) value).floatValue()),
                        ValueReader::readDouble,
                        fixed(2)),
                new EncodedType(
                        "INT96 as instant",
                        element(Type.INT96),
                        ScalarType.INSTANT,
                        n -> Instant.ofEpochSecond(n, Math.abs(n) % 1_000_000_000),
                        EncodedBytes::writeInt96,
                        ValueReader::readInstant,
                        List.of(new ValueEncoder(
                                PLAIN, () -> new FixedLenByteArrayPlainValuesWriter(12, 64, 1 << 20, HEAP)))),
                new EncodedType(
                        "INT96 as local time",
                        element(Type.INT96),
                        ScalarType.DATE_TIME,
                        n -> LocalDateTime.ofEpochSecond(n, 7, ZoneOffset.UTC),
                        (out, value) -> writeInt96(out, ((LocalDateTime) value).toInstant(ZoneOffset.UTC)),
                        ValueReader::readDateTime,
                        List.of(new ValueEncoder(
                                PLAIN, () -> new FixedLenByteArrayPlainValuesWriter(12, 64, 1 << 20, HEAP)))));
    }

    private static SchemaElement half() {
        return element(Type.FIXED_LEN_BYTE_ARRAY)
                .setType_length(2)
                .setLogicalType(LogicalType.FLOAT16(new Float16Type()));
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
}
