package dev.batchwright.shard.parquet;

import static org.apache.parquet.format.Encoding.BYTE_STREAM_SPLIT;
import static org.apache.parquet.format.Encoding.DELTA_BYTE_ARRAY;
import static org.apache.parquet.format.Encoding.DELTA_LENGTH_BYTE_ARRAY;
import static org.apache.parquet.format.Encoding.PLAIN;

import java.util.List;
import java.util.function.Supplier;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesWriter.FixedLenByteArrayByteStreamSplitValuesWriter;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.format.Encoding;

/**
 * An encoder of parquet-java.
 *
 * @param encoding what it writes
 * @param writer makes one
 */
record ValueEncoder(Encoding encoding, Supplier<ValuesWriter> writer) {

    static final HeapByteBufferAllocator HEAP = HeapByteBufferAllocator.getInstance();

    static ValueEncoder plain() {
        return new ValueEncoder(PLAIN, () -> new PlainValuesWriter(64, 1 << 20, HEAP));
    }

    static List<ValueEncoder> texts() {
        return List.of(
                plain(),
                new ValueEncoder(
                        DELTA_LENGTH_BYTE_ARRAY, () -> new DeltaLengthByteArrayValuesWriter(64, 1 << 20, HEAP)),
                new ValueEncoder(DELTA_BYTE_ARRAY, () -> new DeltaByteArrayWriter(64, 1 << 20, HEAP)));
    }

    static List<ValueEncoder> fixed(int length) {
        return List.of(
                new ValueEncoder(PLAIN, () -> new FixedLenByteArrayPlainValuesWriter(length, 64, 1 << 20, HEAP)),
                new ValueEncoder(DELTA_BYTE_ARRAY, () -> new DeltaByteArrayWriter(64, 1 << 20, HEAP)),
                new ValueEncoder(
                        BYTE_STREAM_SPLIT,
                        () -> new FixedLenByteArrayByteStreamSplitValuesWriter(length, 64, 1 << 20, HEAP)));
    }
}
