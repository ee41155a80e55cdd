package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.bytes.HeapByteBufferAllocator;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;

/** An INT64 column, delta encoded. */
final class LongWriter extends LeafWriter {

    private final DeltaBinaryPackingValuesWriterForLong encoder =
            new DeltaBinaryPackingValuesWriterForLong(1024, 1 << 20, new HeapByteBufferAllocator());

    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    LongWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
    }

    @Override
    public void writeLong(long value) {
        present();
        encoder.writeLong(value);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    @Override
    public void writeLongs(long[] values) {
        presentArray(values.length);
        for (long value : values) {
            encoder.writeLong(value);
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
        min = Long.MAX_VALUE;
        max = Long.MIN_VALUE;
        return range;
    }
}
