package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import org.jspecify.annotations.Nullable;

/** A DOUBLE column, plain: numbers and their arrays, which are copied as a whole. */
final class DoubleWriter extends LeafWriter {

    private final PlainBuffer buffer = new PlainBuffer();

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean notANumber;

    DoubleWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
    }

    @Override
    public void writeDouble(double value) {
        present();
        buffer.writeLong(Double.doubleToRawLongBits(value));
        notANumber |= Double.isNaN(value);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    @Override
    public void writeDoubles(double[] values) {
        presentArray(values.length);
        buffer.writeDoubles(values);
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
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        notANumber = false;
        return range;
    }
}
