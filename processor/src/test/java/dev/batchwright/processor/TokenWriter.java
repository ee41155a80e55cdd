package dev.batchwright.processor;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ValueWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what is written as a list of objects. */
public final class TokenWriter extends ValueWriter {

    /** Stands for a null. */
    public static final Object NULL = "<null>";

    private final List<Object> tokens = new ArrayList<>();
    private int open;

    public List<Object> tokens() {
        if (open != 0) {
            throw new AssertionError(open + " values were begun and not ended");
        }
        return tokens;
    }

    @Override
    public void nextRow() {
        tokens.add("row");
    }

    @Override
    public void writeNull() {
        tokens.add(NULL);
    }

    @Override
    public void writeBoolean(boolean value) {
        tokens.add(value);
    }

    @Override
    public void writeByte(byte value) {
        tokens.add(value);
    }

    @Override
    public void writeShort(short value) {
        tokens.add(value);
    }

    @Override
    public void writeChar(char value) {
        tokens.add(value);
    }

    @Override
    public void writeInt(int value) {
        tokens.add(value);
    }

    @Override
    public void writeLong(long value) {
        tokens.add(value);
    }

    @Override
    public void writeFloat(float value) {
        tokens.add(value);
    }

    @Override
    public void writeDouble(double value) {
        tokens.add(value);
    }

    @Override
    public void writeString(String value) {
        tokens.add(value);
    }

    @Override
    public void writeBytes(byte[] value) {
        tokens.add(value);
    }

    @Override
    public void writeEnum(Enum<?> value) {
        tokens.add(value.name());
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        tokens.add(value);
    }

    @Override
    public void writeUuid(UUID value) {
        tokens.add(value);
    }

    @Override
    public void writeInstant(Instant value) {
        tokens.add(value);
    }

    @Override
    public void writeDate(LocalDate value) {
        tokens.add(value);
    }

    @Override
    public void writeDateTime(LocalDateTime value) {
        tokens.add(value);
    }

    @Override
    public void writeDuration(Duration value) {
        tokens.add(value);
    }

    @Override
    public void writeBooleans(boolean[] values) {
        tokens.add(values);
    }

    @Override
    public void writeShorts(short[] values) {
        tokens.add(values);
    }

    @Override
    public void writeChars(char[] values) {
        tokens.add(values);
    }

    @Override
    public void writeInts(int[] values) {
        tokens.add(values);
    }

    @Override
    public void writeLongs(long[] values) {
        tokens.add(values);
    }

    @Override
    public void writeFloats(float[] values) {
        tokens.add(values);
    }

    @Override
    public void writeDoubles(double[] values) {
        tokens.add(values);
    }

    @Override
    public void beginRecord(RecordType type) {
        open++;
    }

    @Override
    public void endRecord() {
        open--;
    }

    @Override
    public void beginList(int size) {
        open++;
        tokens.add(size);
    }

    @Override
    public void endList() {
        open--;
    }

    @Override
    public void beginMap(int size) {
        open++;
        tokens.add(size);
    }

    @Override
    public void endMap() {
        open--;
    }

    @Override
    public void beginUnion(UnionType type, int variant) {
        open++;
        tokens.add(variant);
    }

    @Override
    public void endUnion() {
        open--;
    }
}
