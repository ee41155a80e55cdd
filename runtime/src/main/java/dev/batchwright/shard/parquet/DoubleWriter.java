package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import org.jspecify.annotations.Nullable;

/** A DOUBLE column: numbers and their arrays, which are copied as a whole. */
final class DoubleWriter extends FloatingWriter {

    DoubleWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor, Double.BYTES);
    }

    @Override
    public void writeDouble(double value) {
        present();
        plain().writeLong(Double.doubleToRawLongBits(value));
    }

    @Override
    public void writeDoubles(double[] values) {
        presentArray(values.length);
        plain().writeDoubles(values);
    }

    /** Where there is a NaN, nothing is said: readers do not agree on its place in the order. */
    @Override
    @Nullable
    ValueRange range() {
        PlainBuffer numbers = plain();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        boolean ordered = true;
        for (int at = 0; at < numbers.size(); at += Double.BYTES) {
            double value = Double.longBitsToDouble(numbers.longAt(at));
            ordered &= !Double.isNaN(value);
            min = value < min ? value : min;
            max = value > max ? value : max;
        }
        return ordered ? ValueRange.of(min, max) : null;
    }
}
