package dev.batchwright.shard.msgpack;

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

/** Turns the values of whole rows into MessagePack. {@link MessagePackFormat} tells which becomes what. */
final class MessagePackWriter extends ValueWriter {

    private final RecordType schema;
    private final Encoder out;
    private final OpenContainers open = new OpenContainers();

    MessagePackWriter(RecordType schema, Encoder out) {
        this.schema = schema;
        this.out = out;
    }

    @Override
    public void nextRow() {
        throw new UnsupportedOperationException("MessagePack parts are written by rows, not by columns");
    }

    @Override
    public void writeNull() {
        open.count();
        out.nil();
    }

    @Override
    public void writeBoolean(boolean value) {
        open.count();
        out.bool(value);
    }

    @Override
    public void writeByte(byte value) {
        writeLong(value);
    }

    @Override
    public void writeShort(short value) {
        writeLong(value);
    }

    @Override
    public void writeChar(char value) {
        writeLong(value);
    }

    @Override
    public void writeInt(int value) {
        writeLong(value);
    }

    @Override
    public void writeLong(long value) {
        open.count();
        out.integer(value);
    }

    @Override
    public void writeFloat(float value) {
        open.count();
        out.float32(value);
    }

    @Override
    public void writeDouble(double value) {
        open.count();
        out.float64(value);
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
        writeString(value.name());
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        String text = value.toString();
        // An exponent beyond int can be written as text but not be parsed again.
        if (Math.abs((long) value.scale()) + value.precision() >= Integer.MAX_VALUE) {
            throw new InvalidRowException(
                    column() + " holds the decimal " + text
                            + ", whose exponent is too large to be read back. Round it, or scale it down.",
                    null);
        }
        writeString(text);
    }

    @Override
    public void writeUuid(UUID value) {
        open.count();
        out.uuid(value.getMostSignificantBits(), value.getLeastSignificantBits());
    }

    @Override
    public void writeInstant(Instant value) {
        open.count();
        out.timestamp(value.getEpochSecond(), value.getNano());
    }

    @Override
    public void writeDate(LocalDate value) {
        writeLong(value.toEpochDay());
    }

    @Override
    @SuppressWarnings("JavaLocalDateTimeGetNano") // All other fields are in the seconds since 1970.
    public void writeDateTime(LocalDateTime value) {
        open.count();
        out.secondsAndNanos(Extension.DATE_TIME, value.toEpochSecond(ZoneOffset.UTC), value.getNano());
    }

    @Override
    public void writeDuration(Duration value) {
        open.count();
        out.secondsAndNanos(Extension.DURATION, value.getSeconds(), value.getNano());
    }

    @Override
    public void writeBooleans(boolean[] values) {
        ByteBuffer content = array(Extension.BOOLEANS, values.length, 1);
        for (boolean value : values) {
            content.put((byte) (value ? 1 : 0));
        }
    }

    @Override
    public void writeShorts(short[] values) {
        array(Extension.SHORTS, values.length, Short.BYTES).asShortBuffer().put(values);
    }

    @Override
    public void writeChars(char[] values) {
        array(Extension.CHARS, values.length, Character.BYTES).asCharBuffer().put(values);
    }

    @Override
    public void writeInts(int[] values) {
        array(Extension.INTS, values.length, Integer.BYTES).asIntBuffer().put(values);
    }

    @Override
    public void writeLongs(long[] values) {
        array(Extension.LONGS, values.length, Long.BYTES).asLongBuffer().put(values);
    }

    @Override
    public void writeFloats(float[] values) {
        array(Extension.FLOATS, values.length, Float.BYTES).asFloatBuffer().put(values);
    }

    @Override
    public void writeDoubles(double[] values) {
        array(Extension.DOUBLES, values.length, Double.BYTES).asDoubleBuffer().put(values);
    }

    @Override
    public void beginRecord(RecordType type) {
        int columns = type.columns().size();
        open.begin(columns);
        out.arrayHeader(columns);
    }

    @Override
    public void endRecord() {
        end();
    }

    @Override
    public void beginList(int size) {
        open.begin(size);
        out.arrayHeader(size);
    }

    @Override
    public void endList() {
        end();
    }

    @Override
    public void beginMap(int size) {
        open.begin(2 * size);
        out.mapHeader(size);
    }

    @Override
    public void endMap() {
        end();
    }

    @Override
    public void beginUnion(UnionType type, int variant) {
        open.begin(2);
        out.arrayHeader(2);
        writeString(type.variants().get(variant).name());
    }

    @Override
    public void endUnion() {
        end();
    }

    private ByteBuffer array(byte type, int length, int elementBytes) {
        open.count();
        return out.extension(type, (long) length * elementBytes);
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
