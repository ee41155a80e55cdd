package dev.batchwright.shard.parquet;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ValueWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Writes values of one type: every method but those that a subclass has refuses its value. */
abstract class TypedWriter extends ValueWriter {

    /** Says what this writer takes, for the message of a value that it does not. */
    abstract String describe();

    @Override
    public void writeNull() {
        throw refuse("null");
    }

    @Override
    public void writeBoolean(boolean value) {
        throw refuse("boolean");
    }

    @Override
    public void writeByte(byte value) {
        throw refuse("byte");
    }

    @Override
    public void writeShort(short value) {
        throw refuse("short");
    }

    @Override
    public void writeChar(char value) {
        throw refuse("char");
    }

    @Override
    public void writeInt(int value) {
        throw refuse("int");
    }

    @Override
    public void writeLong(long value) {
        throw refuse("long");
    }

    @Override
    public void writeFloat(float value) {
        throw refuse("float");
    }

    @Override
    public void writeDouble(double value) {
        throw refuse("double");
    }

    @Override
    public void writeString(String value) {
        throw refuse("String");
    }

    @Override
    public void writeBytes(byte[] value) {
        throw refuse("byte[]");
    }

    @Override
    public void writeEnum(Enum<?> value) {
        throw refuse("Enum");
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        throw refuse("BigDecimal");
    }

    @Override
    public void writeUuid(UUID value) {
        throw refuse("UUID");
    }

    @Override
    public void writeInstant(Instant value) {
        throw refuse("Instant");
    }

    @Override
    public void writeDate(LocalDate value) {
        throw refuse("LocalDate");
    }

    @Override
    public void writeDateTime(LocalDateTime value) {
        throw refuse("LocalDateTime");
    }

    @Override
    public void writeDuration(Duration value) {
        throw refuse("Duration");
    }

    @Override
    public void writeBooleans(boolean[] values) {
        throw refuse("boolean[]");
    }

    @Override
    public void writeShorts(short[] values) {
        throw refuse("short[]");
    }

    @Override
    public void writeChars(char[] values) {
        throw refuse("char[]");
    }

    @Override
    public void writeInts(int[] values) {
        throw refuse("int[]");
    }

    @Override
    public void writeLongs(long[] values) {
        throw refuse("long[]");
    }

    @Override
    public void writeFloats(float[] values) {
        throw refuse("float[]");
    }

    @Override
    public void writeDoubles(double[] values) {
        throw refuse("double[]");
    }

    @Override
    public void beginRecord(RecordType type) {
        throw refuse("record");
    }

    @Override
    public void endRecord() {
        throw refuse("end of a record");
    }

    @Override
    public void beginList(int size) {
        throw refuse("list");
    }

    @Override
    public void endList() {
        throw refuse("end of a list");
    }

    @Override
    public void beginMap(int size) {
        throw refuse("map");
    }

    @Override
    public void endMap() {
        throw refuse("end of a map");
    }

    @Override
    public void beginUnion(UnionType type, int variant) {
        throw refuse("value of a sealed interface");
    }

    @Override
    public void endUnion() {
        throw refuse("end of a value of a sealed interface");
    }

    private IllegalStateException refuse(String kind) {
        return new IllegalStateException(
                describe() + " was given a " + kind + ". Compile the row again, so that its serializer is made anew.");
    }
}
