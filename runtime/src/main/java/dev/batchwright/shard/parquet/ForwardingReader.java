package dev.batchwright.shard.parquet;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Takes each single value from the reader of the place where it stands. */
abstract class ForwardingReader extends ColumnReader {

    ForwardingReader(RowCursor rows) {
        super(rows);
    }

    /** The reader of the next value. */
    abstract TypedReader nextValue();

    @Override
    public boolean readBoolean() {
        return nextValue().readBoolean();
    }

    @Override
    public byte readByte() {
        return nextValue().readByte();
    }

    @Override
    public short readShort() {
        return nextValue().readShort();
    }

    @Override
    public char readChar() {
        return nextValue().readChar();
    }

    @Override
    public int readInt() {
        return nextValue().readInt();
    }

    @Override
    public long readLong() {
        return nextValue().readLong();
    }

    @Override
    public float readFloat() {
        return nextValue().readFloat();
    }

    @Override
    public double readDouble() {
        return nextValue().readDouble();
    }

    @Override
    public String readString() {
        return nextValue().readString();
    }

    @Override
    public byte[] readBytes() {
        return nextValue().readBytes();
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        return nextValue().readEnum(type);
    }

    @Override
    public BigDecimal readDecimal() {
        return nextValue().readDecimal();
    }

    @Override
    public UUID readUuid() {
        return nextValue().readUuid();
    }

    @Override
    public Instant readInstant() {
        return nextValue().readInstant();
    }

    @Override
    public LocalDate readDate() {
        return nextValue().readDate();
    }

    @Override
    public LocalDateTime readDateTime() {
        return nextValue().readDateTime();
    }

    @Override
    public Duration readDuration() {
        return nextValue().readDuration();
    }

    @Override
    public boolean[] readBooleans() {
        return nextValue().readBooleans();
    }

    @Override
    public short[] readShorts() {
        return nextValue().readShorts();
    }

    @Override
    public char[] readChars() {
        return nextValue().readChars();
    }

    @Override
    public int[] readInts() {
        return nextValue().readInts();
    }

    @Override
    public long[] readLongs() {
        return nextValue().readLongs();
    }

    @Override
    public float[] readFloats() {
        return nextValue().readFloats();
    }

    @Override
    public double[] readDoubles() {
        return nextValue().readDoubles();
    }
}
