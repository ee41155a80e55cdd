package dev.batchwright.processor;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ValueReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Gives back what a {@link TokenWriter} kept. */
public final class TokenReader extends ValueReader {

    private final Deque<Object> tokens;
    private final Deque<int[]> open = new ArrayDeque<>();

    public TokenReader(List<Object> tokens) {
        this.tokens = new ArrayDeque<>(tokens);
    }

    public boolean isAtEnd() {
        return tokens.isEmpty() && open.isEmpty();
    }

    private <T> T next(Class<T> type) {
        return type.cast(tokens.remove());
    }

    @Override
    public void nextRow() {
        if (!next(String.class).equals("row")) {
            throw new AssertionError("Not at a row");
        }
    }

    @Override
    public boolean readNull() {
        boolean isNull = tokens.element().equals(TokenWriter.NULL);
        if (isNull) {
            tokens.remove();
        }
        return isNull;
    }

    @Override
    public boolean readBoolean() {
        return next(Boolean.class);
    }

    @Override
    public byte readByte() {
        return next(Byte.class);
    }

    @Override
    public short readShort() {
        return next(Short.class);
    }

    @Override
    public char readChar() {
        return next(Character.class);
    }

    @Override
    public int readInt() {
        return next(Integer.class);
    }

    @Override
    public long readLong() {
        return next(Long.class);
    }

    @Override
    public float readFloat() {
        return next(Float.class);
    }

    @Override
    public double readDouble() {
        return next(Double.class);
    }

    @Override
    public String readString() {
        return next(String.class);
    }

    @Override
    public byte[] readBytes() {
        return next(byte[].class);
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        return Enum.valueOf(type, next(String.class));
    }

    @Override
    public BigDecimal readDecimal() {
        return next(BigDecimal.class);
    }

    @Override
    public UUID readUuid() {
        return next(UUID.class);
    }

    @Override
    public Instant readInstant() {
        return next(Instant.class);
    }

    @Override
    public LocalDate readDate() {
        return next(LocalDate.class);
    }

    @Override
    public LocalDateTime readDateTime() {
        return next(LocalDateTime.class);
    }

    @Override
    public Duration readDuration() {
        return next(Duration.class);
    }

    @Override
    public boolean[] readBooleans() {
        return next(boolean[].class);
    }

    @Override
    public short[] readShorts() {
        return next(short[].class);
    }

    @Override
    public char[] readChars() {
        return next(char[].class);
    }

    @Override
    public int[] readInts() {
        return next(int[].class);
    }

    @Override
    public long[] readLongs() {
        return next(long[].class);
    }

    @Override
    public float[] readFloats() {
        return next(float[].class);
    }

    @Override
    public double[] readDoubles() {
        return next(double[].class);
    }

    @Override
    public int beginRecord(RecordType type) {
        open.push(new int[] {-1, type.columns().size()});
        return nextColumn();
    }

    @Override
    public int nextColumn() {
        int[] position = open.element();
        position[0]++;
        if (position[0] < position[1]) {
            return position[0];
        }
        open.pop();
        return -1;
    }

    @Override
    public int beginList() {
        int size = readInt();
        open.push(new int[] {-1, size});
        return size;
    }

    @Override
    public boolean nextElement() {
        return nextColumn() >= 0;
    }

    @Override
    public int beginMap() {
        return beginList();
    }

    @Override
    public boolean nextEntry() {
        return nextElement();
    }

    @Override
    public int beginUnion(UnionType type) {
        return readInt();
    }

    @Override
    public void endUnion() {}
}
