package dev.batchwright.shard.object;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.block.RowWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Appends the values of whole rows to a block. {@link ObjectFormat} tells which becomes what. */
final class ObjectWriter extends RowWriter {

    private final TextEncoder out;
    private final EnumIndexes enums;

    ObjectWriter(RecordType schema, TextEncoder out) {
        super(schema);
        this.out = out;
        this.enums = new EnumIndexes(EnumIndexes.listsIn(schema));
    }

    @Override
    public void writeNull() {
        open.count();
        out.int8(0);
    }

    @Override
    public void writePresent() {
        out.int8(1);
    }

    @Override
    public void writeBoolean(boolean value) {
        open.count();
        out.int8(value ? 1 : 0);
    }

    @Override
    public void writeByte(byte value) {
        open.count();
        out.int8(value);
    }

    @Override
    public void writeShort(short value) {
        open.count();
        out.int16(value);
    }

    @Override
    public void writeChar(char value) {
        open.count();
        out.int16((short) value);
    }

    @Override
    public void writeInt(int value) {
        open.count();
        out.signed(value);
    }

    @Override
    public void writeLong(long value) {
        open.count();
        out.signed(value);
    }

    @Override
    public void writeFloat(float value) {
        open.count();
        out.int32(Float.floatToRawIntBits(value));
    }

    @Override
    public void writeDouble(double value) {
        open.count();
        out.int64(Double.doubleToRawLongBits(value));
    }

    @Override
    public void writeString(String value) {
        open.count();
        checkPairs(value, out.text(value));
    }

    @Override
    public void writeBytes(byte[] value) {
        open.count();
        out.binary(value);
    }

    @Override
    public void writeEnum(Enum<?> value) {
        open.count();
        out.number(enums.indexOf(value));
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        open.count();
        out.signed(value.scale());
        out.binary(value.unscaledValue().toByteArray());
    }

    @Override
    public void writeUuid(UUID value) {
        open.count();
        out.int64(Long.reverseBytes(value.getMostSignificantBits()));
        out.int64(Long.reverseBytes(value.getLeastSignificantBits()));
    }

    @Override
    public void writeInstant(Instant value) {
        writeTime(value.getEpochSecond(), value.getNano());
    }

    @Override
    @SuppressWarnings("JavaLocalDateTimeGetNano") // All other fields are in the seconds since 1970.
    public void writeDateTime(LocalDateTime value) {
        writeTime(value.toEpochSecond(ZoneOffset.UTC), value.getNano());
    }

    @Override
    public void writeDuration(Duration value) {
        writeTime(value.getSeconds(), value.getNano());
    }

    private void writeTime(long seconds, int nanos) {
        open.count();
        out.signed(seconds);
        out.number(nanos);
    }

    @Override
    protected ByteBuffer array(ScalarType element, int length, int elementBytes) {
        return out.array(length, elementBytes);
    }

    @Override
    public void beginRecord(RecordType type) {
        int columns = type.columns().size();
        open.begin(columns);
        if (columns == 0) {
            out.int8(0);
        }
    }

    @Override
    public void beginList(int size) {
        open.begin(size);
        out.number(size);
    }

    @Override
    public void beginMap(int size) {
        open.begin(2 * size);
        out.number(size);
    }

    @Override
    public void beginUnion(UnionType type, int variant) {
        // Not counted: the record that follows is.
        out.number(variant);
    }

    @Override
    public void endUnion() {
        // The record that ended is all that there is.
    }
}
