package dev.batchwright.shard;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Takes all values from another reader. */
abstract class ForwardingValues extends ValueReader {

    /** The reader of the next value. */
    abstract ValueReader values();

    @Override
    public void nextRow() {
        values().nextRow();
    }

    @Override
    public boolean readNull() {
        return values().readNull();
    }

    @Override
    public boolean readBoolean() {
        return values().readBoolean();
    }

    @Override
    public byte readByte() {
        return values().readByte();
    }

    @Override
    public short readShort() {
        return values().readShort();
    }

    @Override
    public char readChar() {
        return values().readChar();
    }

    @Override
    public int readInt() {
        return values().readInt();
    }

    @Override
    public long readLong() {
        return values().readLong();
    }

    @Override
    public float readFloat() {
        return values().readFloat();
    }

    @Override
    public double readDouble() {
        return values().readDouble();
    }

    @Override
    public String readString() {
        return values().readString();
    }

    @Override
    public byte[] readBytes() {
        return values().readBytes();
    }

    @Override
    public BigDecimal readDecimal() {
        return values().readDecimal();
    }

    @Override
    public UUID readUuid() {
        return values().readUuid();
    }

    @Override
    public Instant readInstant() {
        return values().readInstant();
    }

    @Override
    public LocalDate readDate() {
        return values().readDate();
    }

    @Override
    public LocalDateTime readDateTime() {
        return values().readDateTime();
    }

    @Override
    public Duration readDuration() {
        return values().readDuration();
    }

    @Override
    public boolean[] readBooleans() {
        return values().readBooleans();
    }

    @Override
    public short[] readShorts() {
        return values().readShorts();
    }

    @Override
    public char[] readChars() {
        return values().readChars();
    }

    @Override
    public int[] readInts() {
        return values().readInts();
    }

    @Override
    public long[] readLongs() {
        return values().readLongs();
    }

    @Override
    public float[] readFloats() {
        return values().readFloats();
    }

    @Override
    public double[] readDoubles() {
        return values().readDoubles();
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        return values().readEnum(type);
    }

    @Override
    public int beginRecord(RecordType type) {
        return values().beginRecord(type);
    }

    @Override
    public int nextColumn() {
        return values().nextColumn();
    }

    @Override
    public int beginList() {
        return values().beginList();
    }

    @Override
    public boolean nextElement() {
        return values().nextElement();
    }

    @Override
    public int beginMap() {
        return values().beginMap();
    }

    @Override
    public boolean nextEntry() {
        return values().nextEntry();
    }

    @Override
    public int beginUnion(UnionType type) {
        return values().beginUnion(type);
    }

    @Override
    public void endUnion() {
        values().endUnion();
    }
}
