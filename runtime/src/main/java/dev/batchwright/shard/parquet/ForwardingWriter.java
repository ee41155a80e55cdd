package dev.batchwright.shard.parquet;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Hands each single value to the writer of the place where it belongs. */
abstract class ForwardingWriter extends TypedWriter {

    /** The writer of the next value. */
    abstract TypedWriter nextValue();

    @Override
    public void writeBoolean(boolean value) {
        nextValue().writeBoolean(value);
    }

    @Override
    public void writeByte(byte value) {
        nextValue().writeByte(value);
    }

    @Override
    public void writeShort(short value) {
        nextValue().writeShort(value);
    }

    @Override
    public void writeChar(char value) {
        nextValue().writeChar(value);
    }

    @Override
    public void writeInt(int value) {
        nextValue().writeInt(value);
    }

    @Override
    public void writeLong(long value) {
        nextValue().writeLong(value);
    }

    @Override
    public void writeFloat(float value) {
        nextValue().writeFloat(value);
    }

    @Override
    public void writeDouble(double value) {
        nextValue().writeDouble(value);
    }

    @Override
    public void writeString(String value) {
        nextValue().writeString(value);
    }

    @Override
    public void writeBytes(byte[] value) {
        nextValue().writeBytes(value);
    }

    @Override
    public void writeEnum(Enum<?> value) {
        nextValue().writeEnum(value);
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        nextValue().writeDecimal(value);
    }

    @Override
    public void writeUuid(UUID value) {
        nextValue().writeUuid(value);
    }

    @Override
    public void writeInstant(Instant value) {
        nextValue().writeInstant(value);
    }

    @Override
    public void writeDate(LocalDate value) {
        nextValue().writeDate(value);
    }

    @Override
    public void writeDateTime(LocalDateTime value) {
        nextValue().writeDateTime(value);
    }

    @Override
    public void writeDuration(Duration value) {
        nextValue().writeDuration(value);
    }

    @Override
    public void writeBooleans(boolean[] values) {
        nextValue().writeBooleans(values);
    }

    @Override
    public void writeShorts(short[] values) {
        nextValue().writeShorts(values);
    }

    @Override
    public void writeChars(char[] values) {
        nextValue().writeChars(values);
    }

    @Override
    public void writeInts(int[] values) {
        nextValue().writeInts(values);
    }

    @Override
    public void writeLongs(long[] values) {
        nextValue().writeLongs(values);
    }

    @Override
    public void writeFloats(float[] values) {
        nextValue().writeFloats(values);
    }

    @Override
    public void writeDoubles(double[] values) {
        nextValue().writeDoubles(values);
    }
}
