package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import org.jspecify.annotations.Nullable;

/** A FLOAT column, plain: numbers and their arrays, which are copied as a whole. */
final class FloatWriter extends LeafWriter {

    private final PlainBuffer buffer = new PlainBuffer();

    private float min = Float.POSITIVE_INFINITY;
    private float max = Float.NEGATIVE_INFINITY;
    private boolean notANumber;

    FloatWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
    }

    @Override
    public void writeFloat(float value) {
        present();
        buffer.writeInt(Float.floatToRawIntBits(value));
        notANumber |= Float.isNaN(value);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    @Override
    public void writeFloats(float[] values) {
        presentArray(values.length);
        buffer.writeFloats(values);
    }

    @Override
    long valuesSize() {
        return buffer.size();
    }

    @Override
    BytesInput values() {
        return buffer.bytes();
    }

    @Override
    Encoding encoding() {
        return Encoding.PLAIN;
    }

    @Override
    void resetValues() {
        buffer.reset();
    }

    /** Where there is a NaN, nothing is said: readers do not agree on its place in the order. */
    @Override
    @Nullable
    ValueRange takeRange() {
        ValueRange range = notANumber ? null : ValueRange.of(min, max);
        min = Float.POSITIVE_INFINITY;
        max = Float.NEGATIVE_INFINITY;
        notANumber = false;
        return range;
    }
}
