package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.plain.BooleanPlainValuesWriter;

/** A BOOLEAN column, one bit a value. */
final class BooleanWriter extends LeafWriter {

    private final BooleanPlainValuesWriter encoder = new BooleanPlainValuesWriter();

    private boolean anyTrue;
    private boolean anyFalse;

    BooleanWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
    }

    @Override
    public void writeBoolean(boolean value) {
        present();
        encoder.writeBoolean(value);
        anyTrue |= value;
        anyFalse |= !value;
    }

    @Override
    public void writeBooleans(boolean[] values) {
        presentArray(values.length);
        for (boolean value : values) {
            encoder.writeBoolean(value);
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
        ValueRange range = ValueRange.of(!anyFalse, anyTrue);
        anyTrue = false;
        anyFalse = false;
        return range;
    }
}
