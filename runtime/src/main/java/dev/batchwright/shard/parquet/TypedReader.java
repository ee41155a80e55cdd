package dev.batchwright.shard.parquet;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ValueReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Reads values of one type: every method but those that a subclass has refuses to. */
abstract class TypedReader extends ValueReader {

    /** Says what this reader has, for the message of a value that it has not. */
    abstract String describe();

    @Override
    public void nextRow() {
        throw new IllegalStateException(describe() + " is part of a column, and has no rows of its own");
    }

    @Override
    public boolean readNull() {
        return false;
    }

    @Override
    public boolean readBoolean() {
        throw refuse("boolean");
    }

    @Override
    public byte readByte() {
        throw refuse("byte");
    }

    @Override
    public short readShort() {
        throw refuse("short");
    }

    @Override
    public char readChar() {
        throw refuse("char");
    }

    @Override
    public int readInt() {
        throw refuse("int");
    }

    @Override
    public long readLong() {
        throw refuse("long");
    }

    @Override
    public float readFloat() {
        throw refuse("float");
    }

    @Override
    public double readDouble() {
        throw refuse("double");
    }

    @Override
    public String readString() {
        throw refuse("String");
    }

    @Override
    public byte[] readBytes() {
        throw refuse("byte[]");
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        throw refuse("enum");
    }

    @Override
    public BigDecimal readDecimal() {
        throw refuse("BigDecimal");
    }

    @Override
    public UUID readUuid() {
        throw refuse("UUID");
    }

    @Override
    public Instant readInstant() {
        throw refuse("Instant");
    }

    @Override
    public LocalDate readDate() {
        throw refuse("LocalDate");
    }

    @Override
    public LocalDateTime readDateTime() {
        throw refuse("LocalDateTime");
    }

    @Override
    public Duration readDuration() {
        throw refuse("Duration");
    }

    @Override
    public boolean[] readBooleans() {
        throw refuse("boolean[]");
    }

    @Override
    public short[] readShorts() {
        throw refuse("short[]");
    }

    @Override
    public char[] readChars() {
        throw refuse("char[]");
    }

    @Override
    public int[] readInts() {
        throw refuse("int[]");
    }

    @Override
    public long[] readLongs() {
        throw refuse("long[]");
    }

    @Override
    public float[] readFloats() {
        throw refuse("float[]");
    }

    @Override
    public double[] readDoubles() {
        throw refuse("double[]");
    }

    @Override
    public int beginRecord(RecordType type) {
        throw refuse("record");
    }

    @Override
    public int nextColumn() {
        throw refuse("column of a record");
    }

    @Override
    public int beginList() {
        throw refuse("list");
    }

    @Override
    public boolean nextElement() {
        throw refuse("element of a list");
    }

    @Override
    public int beginMap() {
        throw refuse("map");
    }

    @Override
    public boolean nextEntry() {
        throw refuse("entry of a map");
    }

    @Override
    public int beginUnion(UnionType type) {
        throw refuse("value of a sealed interface");
    }

    @Override
    public void endUnion() {
        throw refuse("end of a value of a sealed interface");
    }

    /** What to throw when a value is asked for that this reader has not. */
    RuntimeException refuse(String kind) {
        return new IllegalStateException(describe() + " was asked for a " + kind
                + ". Compile the row again, so that its serializer is made anew.");
    }
}
