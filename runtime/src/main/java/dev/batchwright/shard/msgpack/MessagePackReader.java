package dev.batchwright.shard.msgpack;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.block.ColumnPlaces;
import dev.batchwright.shard.block.ValuesLeft;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the values of whole rows, one row after the other, or those of a single column. The counterpart of {@link MessagePackWriter}. */
final class MessagePackReader extends ValueReader {

    // What a file says is a hint only: a list that is really longer grows.
    private static final int LARGEST_HINT = 1 << 16;

    private final Decoder in;
    private final @Nullable ColumnPlaces column;
    private final EnumConstants enums = new EnumConstants();
    private final ValuesLeft left = new ValuesLeft();

    private MessagePackReader(Decoder in, @Nullable ColumnPlaces column) {
        this.in = in;
        this.column = column;
    }

    /** Reads rows from the decoder's position on. */
    static MessagePackReader ofRows(Decoder in) {
        return new MessagePackReader(in, null);
    }

    /** Reads a column, of which every value's place is known. */
    static MessagePackReader ofColumn(Decoder in, ColumnPlaces column) {
        return new MessagePackReader(in, column);
    }

    @Override
    public void nextRow() {
        if (column == null) {
            throw new IllegalStateException("Whole rows are read one after the other, not column by column");
        }
        in.moveTo(column.next());
        left.clear();
    }

    @Override
    public boolean readNull() {
        return in.nil();
    }

    @Override
    public boolean readBoolean() {
        return in.bool();
    }

    @Override
    public byte readByte() {
        return (byte) in.integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    public short readShort() {
        return (short) in.integer(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public char readChar() {
        return (char) in.integer(Character.MIN_VALUE, Character.MAX_VALUE);
    }

    @Override
    public int readInt() {
        return (int) in.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long readLong() {
        return in.integer();
    }

    @Override
    public float readFloat() {
        return in.float32();
    }

    @Override
    public double readDouble() {
        return in.float64();
    }

    @Override
    public String readString() {
        return in.text();
    }

    @Override
    public byte[] readBytes() {
        return in.binary();
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        return enums.read(type, in);
    }

    @Override
    public BigDecimal readDecimal() {
        String text = in.text();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw in.corrupt("a decimal is no number", e);
        }
    }

    @Override
    public UUID readUuid() {
        if (in.extensionLength(Extension.UUID) != 16) {
            throw in.corrupt("a UUID does not have 16 bytes");
        }
        return new UUID(in.int64(), in.int64());
    }

    @Override
    public Instant readInstant() {
        return Times.instant(in);
    }

    @Override
    public LocalDate readDate() {
        return Times.date(in);
    }

    @Override
    public LocalDateTime readDateTime() {
        return Times.dateTime(in);
    }

    @Override
    public Duration readDuration() {
        return Times.duration(in);
    }

    @Override
    public boolean[] readBooleans() {
        ByteBuffer content = in.extension(Extension.BOOLEANS);
        boolean[] values = new boolean[content.remaining()];
        for (int i = 0; i < values.length; i++) {
            byte value = content.get();
            if (value != 0 && value != 1) {
                throw in.corrupt("a boolean of an array is " + value);
            }
            values[i] = value == 1;
        }
        return values;
    }

    @Override
    public short[] readShorts() {
        ByteBuffer content = array(Extension.SHORTS, Short.BYTES);
        short[] values = new short[content.remaining() / Short.BYTES];
        content.asShortBuffer().get(values);
        return values;
    }

    @Override
    public char[] readChars() {
        ByteBuffer content = array(Extension.CHARS, Character.BYTES);
        char[] values = new char[content.remaining() / Character.BYTES];
        content.asCharBuffer().get(values);
        return values;
    }

    @Override
    public int[] readInts() {
        ByteBuffer content = array(Extension.INTS, Integer.BYTES);
        int[] values = new int[content.remaining() / Integer.BYTES];
        content.asIntBuffer().get(values);
        return values;
    }

    @Override
    public long[] readLongs() {
        ByteBuffer content = array(Extension.LONGS, Long.BYTES);
        long[] values = new long[content.remaining() / Long.BYTES];
        content.asLongBuffer().get(values);
        return values;
    }

    @Override
    public float[] readFloats() {
        ByteBuffer content = array(Extension.FLOATS, Float.BYTES);
        float[] values = new float[content.remaining() / Float.BYTES];
        content.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public double[] readDoubles() {
        ByteBuffer content = array(Extension.DOUBLES, Double.BYTES);
        double[] values = new double[content.remaining() / Double.BYTES];
        content.asDoubleBuffer().get(values);
        return values;
    }

    @Override
    public int beginRecord(RecordType type) {
        int columns = type.columns().size();
        int found = in.arrayHeader();
        if (found != columns) {
            throw in.corrupt("a record " + type.name() + " has " + found + " values for " + columns + " columns");
        }
        left.begin(columns);
        return nextColumn();
    }

    @Override
    public int nextColumn() {
        return left.next();
    }

    @Override
    public int beginList() {
        int elements = in.arrayHeader();
        left.begin(elements);
        return Math.min(elements, LARGEST_HINT);
    }

    @Override
    public boolean nextElement() {
        return left.next() >= 0;
    }

    @Override
    public int beginMap() {
        int entries = in.mapHeader();
        left.begin(entries);
        return Math.min(entries, LARGEST_HINT);
    }

    @Override
    public boolean nextEntry() {
        return left.next() >= 0;
    }

    @Override
    public int beginUnion(UnionType type) {
        if (in.arrayHeader() != 2) {
            throw in.corrupt("a " + type.name() + " is not a name with a record");
        }
        int length = in.textLength();
        for (int variant = 0; variant < type.variants().size(); variant++) {
            String name = type.variants().get(variant).name();
            if (in.isAscii(name, length)) {
                in.moveTo(in.position() + length);
                return variant;
            }
        }
        return variantBeyondAscii(type, in.text(length));
    }

    private int variantBeyondAscii(UnionType type, String name) {
        for (int variant = 0; variant < type.variants().size(); variant++) {
            if (type.variants().get(variant).name().equals(name)) {
                return variant;
            }
        }
        throw in.corrupt("a " + type.name() + " is called '" + name + "', and there is no such record");
    }

    @Override
    public void endUnion() {
        // A union has exactly a name and a record, and both are behind.
    }

    private ByteBuffer array(byte type, int elementBytes) {
        ByteBuffer content = in.extension(type);
        if (content.remaining() % elementBytes != 0) {
            throw in.corrupt("an array of " + content.remaining() + " bytes ends within an element");
        }
        return content;
    }
}
