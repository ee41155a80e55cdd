package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import org.jspecify.annotations.Nullable;

/** A FLOAT column: numbers and their arrays, which are copied as a whole. */
final class FloatWriter extends FloatingWriter {

    FloatWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor, Float.BYTES);
    }

    @Override
    public void writeFloat(float value) {
        present();
        plain().writeInt(Float.floatToRawIntBits(value));
    }

    @Override
    public void writeFloats(float[] values) {
        presentArray(values.length);
        plain().writeFloats(values);
    }

    /** Where there is a NaN, nothing is said: readers do not agree on its place in the order. */
    @Override
    @Nullable
    ValueRange range() {
        PlainBuffer numbers = plain();
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        boolean ordered = true;
        for (int at = 0; at < numbers.size(); at += Float.BYTES) {
            float value = Float.intBitsToFloat(numbers.intAt(at));
            ordered &= !Float.isNaN(value);
            min = value < min ? value : min;
            max = value > max ? value : max;
        }
        return ordered ? ValueRange.of(min, max) : null;
    }
}
