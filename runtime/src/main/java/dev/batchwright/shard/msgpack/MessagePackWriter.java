package dev.batchwright.shard.msgpack;

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

/** Turns the values of whole rows into MessagePack. {@link MessagePackFormat} tells which becomes what. */
final class MessagePackWriter extends RowWriter {

    private final Encoder out;

    MessagePackWriter(RecordType schema, Encoder out) {
        super(schema);
        this.out = out;
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
        checkPairs(value, out.text(value));
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
            throw refused("the decimal " + text
                    + ", whose exponent is too large to be read back. Round it, or scale it down.");
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
    protected ByteBuffer array(ScalarType element, int length, int elementBytes) {
        return out.extension(Extension.ofArray(element), (long) length * elementBytes);
    }

    @Override
    public void beginRecord(RecordType type) {
        int columns = type.columns().size();
        open.begin(columns);
        out.arrayHeader(columns);
    }

    @Override
    public void beginList(int size) {
        open.begin(size);
        out.arrayHeader(size);
    }

    @Override
    public void beginMap(int size) {
        open.begin(2 * size);
        out.mapHeader(size);
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
}
