package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.bytes.HeapByteBufferAllocator;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;

/** An INT32 column, delta encoded: whole numbers of up to 32 bits and their arrays. */
final class IntWriter extends LeafWriter {

    private final DeltaBinaryPackingValuesWriterForInteger encoder =
            new DeltaBinaryPackingValuesWriterForInteger(1024, 1 << 20, new HeapByteBufferAllocator());

    private int min = Integer.MAX_VALUE;
    private int max = Integer.MIN_VALUE;

    IntWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
    }

    @Override
    public void writeInt(int value) {
        present();
        encoder.writeInteger(value);
        min = Math.min(min, value);
        max = Math.max(max, value);
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
    public void writeInts(int[] values) {
        presentArray(values.length);
        for (int value : values) {
            encoder.writeInteger(value);
        }
    }

    @Override
    public void writeShorts(short[] values) {
        presentArray(values.length);
        for (short value : values) {
            encoder.writeInteger(value);
        }
    }

    @Override
    public void writeChars(char[] values) {
        presentArray(values.length);
        for (char value : values) {
            encoder.writeInteger(value);
        }
    }

    @Override
    long valuesSize() {
        return encoder.getBufferedSize();
    }

    @Override
    BytesInput values() {
        return encoder.getBytes();
    }

    @Override
    Encoding encoding() {
        return encoder.getEncoding();
    }

    @Override
    void resetValues() {
        encoder.reset();
    }

    @Override
    ValueRange takeRange() {
        ValueRange range = ValueRange.of(min, max);
        min = Integer.MAX_VALUE;
        max = Integer.MIN_VALUE;
        return range;
    }
}
