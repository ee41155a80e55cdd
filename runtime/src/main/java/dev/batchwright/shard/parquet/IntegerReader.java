package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.IntBuffer;
import java.util.Arrays;

/** Reads whole numbers of up to 64 bits from an INT64 or an INT32 column. */
final class IntegerReader extends LeafReader {

    private final boolean isNarrow;
    private final long mask;
    private final boolean isWideUnsigned;
    private final int scale;
    private long[] values = {};

    IntegerReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        this(rows, pages, presentDefinition, 0);
    }

    /** Reads numbers that are decimals without their point. */
    IntegerReader(RowCursor rows, ChunkPages pages, int presentDefinition, int scale) {
        super(rows, pages, presentDefinition);
        PrimitiveType type = column().getPrimitiveType();
        this.isNarrow = type.getPrimitiveTypeName() == PrimitiveTypeName.INT32;
        boolean isUnsigned =
                type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation number && !number.isSigned();
        this.mask = isUnsigned && isNarrow ? 0xFFFFFFFFL : -1L;
        this.isWideUnsigned = isUnsigned && !isNarrow;
        this.scale = scale;
    }

    @Override
    public long readLong() {
        // First, since it may replace the values by those of the next page.
        int index = take();
        return values[index];
    }

    @Override
    public int readInt() {
        int index = take();
        return inRange(values[index], Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public byte readByte() {
        int index = take();
        return (byte) inRange(values[index], Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    public short readShort() {
        int index = take();
        return (short) inRange(values[index], Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public char readChar() {
        int index = take();
        return (char) inRange(values[index], Character.MIN_VALUE, Character.MAX_VALUE);
    }

    @Override
    public BigDecimal readDecimal() {
        int index = take();
        long value = values[index];
        return isWideUnsigned && value < 0
                ? new BigDecimal(Long.toUnsignedString(value))
                : BigDecimal.valueOf(value, scale);
    }

    @Override
    public long[] readLongs() {
        int length = takeArray();
        long[] array = Arrays.copyOfRange(values, arrayStart(length), arrayStart(length) + length);
        while (arrayGoesOn()) {
            int more = takeArray();
            int old = array.length;
            array = Arrays.copyOf(array, old + more);
            System.arraycopy(values, arrayStart(more), array, old, more);
        }
        return array;
    }

    @Override
    public int[] readInts() {
        long[] longs = readLongs();
        int[] array = new int[longs.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = inRange(longs[i], Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        return array;
    }

    @Override
    public short[] readShorts() {
        long[] longs = readLongs();
        short[] array = new short[longs.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = (short) inRange(longs[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return array;
    }

    @Override
    public char[] readChars() {
        long[] longs = readLongs();
        char[] array = new char[longs.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = (char) inRange(longs[i], Character.MIN_VALUE, Character.MAX_VALUE);
        }
        return array;
    }

    @Override
    void decode(Page page, int number) throws IOException {
        if (page.encoding() == Encoding.DELTA_BINARY_PACKED) {
            Page.Range range = page.values();
            values = DeltaDecoder.decode(page.bytes(), range.start(), range.end(), isNarrow, number, values);
        } else if (page.encoding() == Encoding.PLAIN) {
            decodePlain(page, number);
        } else {
            ValuesReader decoder = decoder(page, number);
            makeRoom(number);
            for (int i = 0; i < number; i++) {
                values[i] = isNarrow ? decoder.readInteger() : decoder.readLong();
            }
        }
        for (int i = 0; i < number && mask != -1L; i++) {
            values[i] &= mask;
        }
    }

    private void decodePlain(Page page, int number) {
        page.checkRoom(number, isNarrow ? Integer.BYTES : Long.BYTES);
        makeRoom(number);
        if (!isNarrow) {
            page.plain(number, Long.BYTES).asLongBuffer().get(values, 0, number);
            return;
        }
        IntBuffer numbers = page.plain(number, Integer.BYTES).asIntBuffer();
        for (int i = 0; i < number; i++) {
            values[i] = numbers.get(i);
        }
    }

    private void makeRoom(int number) {
        if (values.length < number) {
            values = new long[number];
        }
    }

    private int inRange(long value, int smallest, int largest) {
        if (value < smallest || value > largest) {
            throw wrong("the number " + value + ", which does not fit the row's component", null);
        }
        return (int) value;
    }
}
