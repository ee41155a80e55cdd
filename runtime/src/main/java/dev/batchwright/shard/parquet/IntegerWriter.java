package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.util.Arrays;

/** An INT32 or INT64 column, delta encoded a page at a time: whole numbers and their arrays. */
final class IntegerWriter extends LeafWriter {

    private final boolean narrow;
    private final PlainBuffer encoded = new PlainBuffer();
    private final DeltaEncoder encoder;
    private long[] values = new long[128];
    private int count;

    IntegerWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
        this.narrow = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32;
        this.encoder = new DeltaEncoder(encoded, narrow);
    }

    @Override
    public void writeLong(long value) {
        if (narrow) {
            super.writeLong(value);
        }
        add(value);
    }

    @Override
    public void writeInt(int value) {
        if (!narrow) {
            super.writeInt(value);
        }
        add(value);
    }

    @Override
    public void writeByte(byte value) {
        writeInt(value);
    }

    @Override
    public void writeShort(short value) {
        writeInt(value);
    }

    @Override
    public void writeChar(char value) {
        writeInt(value);
    }

    @Override
    public void writeLongs(long[] array) {
        beginArray(array.length);
        System.arraycopy(array, 0, values, count, array.length);
        count += array.length;
    }

    @Override
    public void writeInts(int[] array) {
        beginArray(array.length);
        for (int value : array) {
            values[count++] = value;
        }
    }

    @Override
    public void writeShorts(short[] array) {
        beginArray(array.length);
        for (short value : array) {
            values[count++] = value;
        }
    }

    @Override
    public void writeChars(char[] array) {
        beginArray(array.length);
        for (char value : array) {
            values[count++] = value;
        }
    }

    /** As they are in memory; encoded they take less. */
    @Override
    long valuesSize() {
        return (narrow ? 4L : 8L) * count;
    }

    @Override
    PlainBuffer values() {
        encoded.reset();
        encoder.encode(values, count);
        return encoded;
    }

    @Override
    Encoding encoding() {
        return Encoding.DELTA_BINARY_PACKED;
    }

    @Override
    ValueRange range() {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        return narrow ? ValueRange.of((int) min, (int) max) : ValueRange.of(min, max);
    }

    @Override
    void resetValues() {
        count = 0;
    }

    private void add(long value) {
        present();
        if (count == values.length) {
            makeRoom(1);
        }
        values[count++] = value;
    }

    private void beginArray(int length) {
        presentArray(length);
        makeRoom(length);
    }

    private void makeRoom(int more) {
        if (values.length - count < more) {
            values = Arrays.copyOf(values, Math.max(Math.addExact(count, more), 2 * values.length));
        }
    }
}
