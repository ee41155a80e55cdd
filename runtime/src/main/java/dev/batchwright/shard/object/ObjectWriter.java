package dev.batchwright.shard.object;

import dev.batchwright.InvalidRowException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ValueWriter;
import dev.batchwright.shard.block.OpenContainers;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Appends the values of whole rows to a block. {@link ObjectFormat} tells which becomes what. */
final class ObjectWriter extends ValueWriter {

    private final RecordType schema;
    private final TextEncoder out;
    private final EnumIndexes enums;
    private final OpenContainers open = new OpenContainers();

    ObjectWriter(RecordType schema, TextEncoder out) {
        this.schema = schema;
        this.out = out;
        this.enums = new EnumIndexes(EnumIndexes.listsIn(schema));
    }

    @Override
    public void nextRow() {
        throw new UnsupportedOperationException("Object parts are written by rows, not by columns");
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
        int unpaired = out.text(value);
        if (unpaired >= 0) {
            throw new InvalidRowException(
                    String.format(
                            "%s holds text whose character %d, \\u%04X, is half of a surrogate pair. UTF-8 cannot express it."
                                    + " Mend the text where it comes from, or keep it in a char[].",
                            column(), unpaired, (int) value.charAt(unpaired)),
                    null);
        }
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
    public void writeDate(LocalDate value) {
        open.count();
        out.signed(value.toEpochDay());
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
    public void writeBooleans(boolean[] values) {
        ByteBuffer elements = array(values.length, 1);
        for (boolean value : values) {
            elements.put((byte) (value ? 1 : 0));
        }
    }

    @Override
    public void writeShorts(short[] values) {
        array(values.length, Short.BYTES).asShortBuffer().put(values);
    }

    @Override
    public void writeChars(char[] values) {
        array(values.length, Character.BYTES).asCharBuffer().put(values);
    }

    @Override
    public void writeInts(int[] values) {
        array(values.length, Integer.BYTES).asIntBuffer().put(values);
    }

    @Override
    public void writeLongs(long[] values) {
        array(values.length, Long.BYTES).asLongBuffer().put(values);
    }

    @Override
    public void writeFloats(float[] values) {
        array(values.length, Float.BYTES).asFloatBuffer().put(values);
    }

    @Override
    public void writeDoubles(double[] values) {
        array(values.length, Double.BYTES).asDoubleBuffer().put(values);
    }

    private ByteBuffer array(int length, int elementBytes) {
        open.count();
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
    public void endRecord() {
        end();
    }

    @Override
    public void beginList(int size) {
        open.begin(size);
        out.number(size);
    }

    @Override
    public void endList() {
        end();
    }

    @Override
    public void beginMap(int size) {
        open.begin(2 * size);
        out.number(size);
    }

    @Override
    public void endMap() {
        end();
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

    private void end() {
        if (!open.end()) {
            throw new InvalidRowException(
                    column()
                            + " holds a collection that changed while it was written. Hand over rows that nobody changes any more.",
                    null);
        }
    }

    private String column() {
        int column = open.indexInOutermost(schema.columns().size());
        return "Column " + schema.columns().get(column).name();
    }
}
