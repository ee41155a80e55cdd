package dev.batchwright.shard.object;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.block.ColumnPlaces;
import dev.batchwright.shard.block.ValuesLeft;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the values of whole rows, one row after the other, or those of a single column. The counterpart of {@link ObjectWriter}. */
final class ObjectReader extends ValueReader {

    // What a file says is a hint only: a list that is really longer grows.
    private static final int LARGEST_HINT = 1 << 16;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private final ObjectDecoder in;
    private final @Nullable ColumnPlaces column;
    private final EnumIndexes enums;
    private final RecentKeys keys;
    private final ValuesLeft left = new ValuesLeft();
    private boolean keyIsNext;

    ObjectReader(ObjectDecoder in, @Nullable ColumnPlaces column, EnumIndexes enums, RecentKeys keys) {
        this.in = in;
        this.column = column;
        this.enums = enums;
        this.keys = keys;
    }

    @Override
    public void nextRow() {
        if (column == null) {
            throw new IllegalStateException("Whole rows are read one after the other, not column by column");
        }
        in.moveTo(column.next());
        left.clear();
        keyIsNext = false;
    }

    @Override
    public boolean readNull() {
        return !in.flag();
    }

    @Override
    public boolean readBoolean() {
        return in.flag();
    }

    @Override
    public byte readByte() {
        return in.int8();
    }

    @Override
    public short readShort() {
        return in.int16();
    }

    @Override
    public char readChar() {
        return (char) in.int16();
    }

    @Override
    public int readInt() {
        return in.signed32();
    }

    @Override
    public long readLong() {
        return in.signed();
    }

    @Override
    public float readFloat() {
        return Float.intBitsToFloat(in.int32());
    }

    @Override
    public double readDouble() {
        return Double.longBitsToDouble(in.int64());
    }

    @Override
    public String readString() {
        if (keyIsNext) {
            keyIsNext = false;
            return keys.read(in);
        }
        return in.text();
    }

    @Override
    public byte[] readBytes() {
        return in.binary();
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        Enum<?>[] constants = enums.constants(type);
        return type.cast(constants[in.index(constants.length, type.getSimpleName())]);
    }

    @Override
    public BigDecimal readDecimal() {
        int scale = in.signed32();
        byte[] unscaled = in.binary();
        if (unscaled.length == 0) {
            throw in.corrupt("a decimal has no digits");
        }
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    @Override
    public UUID readUuid() {
        long high = Long.reverseBytes(in.int64());
        return new UUID(high, Long.reverseBytes(in.int64()));
    }

    @Override
    public Instant readInstant() {
        long seconds = in.signed();
        int nanos = nanos();
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException e) {
            throw in.corrupt("an instant is beyond the last year", e);
        }
    }

    @Override
    public LocalDate readDate() {
        long day = in.signed();
        try {
            return LocalDate.ofEpochDay(day);
        } catch (DateTimeException e) {
            throw in.corrupt("a date is beyond the last year", e);
        }
    }

    @Override
    public LocalDateTime readDateTime() {
        long seconds = in.signed();
        int nanos = nanos();
        try {
            return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw in.corrupt("a date with time is beyond the last year", e);
        }
    }

    @Override
    public Duration readDuration() {
        long seconds = in.signed();
        return Duration.ofSeconds(seconds, nanos());
    }

    private int nanos() {
        return in.index(NANOS_PER_SECOND, "nanosecond of a second");
    }

    @Override
    public boolean[] readBooleans() {
        boolean[] values = new boolean[in.size(1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.flag();
        }
        return values;
    }

    @Override
    public short[] readShorts() {
        ByteBuffer elements = in.array(Short.BYTES);
        short[] values = new short[elements.remaining() / Short.BYTES];
        elements.asShortBuffer().get(values);
        return values;
    }

    @Override
    public char[] readChars() {
        ByteBuffer elements = in.array(Character.BYTES);
        char[] values = new char[elements.remaining() / Character.BYTES];
        elements.asCharBuffer().get(values);
        return values;
    }

    @Override
    public int[] readInts() {
        ByteBuffer elements = in.array(Integer.BYTES);
        int[] values = new int[elements.remaining() / Integer.BYTES];
        elements.asIntBuffer().get(values);
        return values;
    }

    @Override
    public long[] readLongs() {
        ByteBuffer elements = in.array(Long.BYTES);
        long[] values = new long[elements.remaining() / Long.BYTES];
        elements.asLongBuffer().get(values);
        return values;
    }

    @Override
    public float[] readFloats() {
        ByteBuffer elements = in.array(Float.BYTES);
        float[] values = new float[elements.remaining() / Float.BYTES];
        elements.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public double[] readDoubles() {
        ByteBuffer elements = in.array(Double.BYTES);
        double[] values = new double[elements.remaining() / Double.BYTES];
        elements.asDoubleBuffer().get(values);
        return values;
    }

    @Override
    public int beginRecord(RecordType type) {
        int columns = type.columns().size();
        if (columns == 0) {
            in.index(1, type.name() + " without columns");
        }
        left.begin(columns);
        return left.next();
    }

    @Override
    public int nextColumn() {
        return left.next();
    }

    @Override
    public int beginList() {
        int elements = in.size(1);
        left.begin(elements);
        return Math.min(elements, LARGEST_HINT);
    }

    @Override
    public boolean nextElement() {
        return left.next() >= 0;
    }

    @Override
    public int beginMap() {
        int entries = in.size(2);
        left.begin(entries);
        return Math.min(entries, LARGEST_HINT);
    }

    @Override
    public boolean nextEntry() {
        keyIsNext = left.next() >= 0;
        return keyIsNext;
    }

    @Override
    public int beginUnion(UnionType type) {
        return in.index(type.variants().size(), "record of " + type.name());
    }

    @Override
    public void endUnion() {
        // The record that was read is all that there is.
    }
}
