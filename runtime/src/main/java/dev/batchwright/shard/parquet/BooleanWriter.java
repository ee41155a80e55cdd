package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;

/** A BOOLEAN column, one bit a value, the first in the lowest bit. */
final class BooleanWriter extends LeafWriter {

    private final PlainBuffer buffer = new PlainBuffer();
    private int openBits;
    private int open;

    private boolean anyTrue;
    private boolean anyFalse;

    BooleanWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
    }

    @Override
    public void writeBoolean(boolean value) {
        present();
        add(value);
        anyTrue |= value;
        anyFalse |= !value;
    }

    @Override
    public void writeBooleans(boolean[] values) {
        presentArray(values.length);
        for (boolean value : values) {
            add(value);
        }
    }

    @Override
    long valuesSize() {
        return buffer.size();
    }

    @Override
    PlainBuffer values() {
        if (open > 0) {
            flush();
        }
        return buffer;
    }

    @Override
    Encoding encoding() {
        return Encoding.PLAIN;
    }

    @Override
    ValueRange range() {
        return ValueRange.of(!anyFalse, anyTrue);
    }

    @Override
    void resetValues() {
        buffer.reset();
        anyTrue = false;
        anyFalse = false;
    }

    private void add(boolean value) {
        openBits |= (value ? 1 : 0) << open++;
        if (open == Byte.SIZE) {
            flush();
        }
    }

    private void flush() {
        buffer.writeByte(openBits);
        openBits = 0;
        open = 0;
    }
}
