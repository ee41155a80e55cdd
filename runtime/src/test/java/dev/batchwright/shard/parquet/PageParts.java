package dev.batchwright.shard.parquet;

import static dev.batchwright.shard.parquet.ValueEncoder.HEAP;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.jspecify.annotations.Nullable;

/** Levels, ids of dictionaries, and what else a page consists of, as parquet-java encodes them. */
final class PageParts {

    private PageParts() {}

    static byte[] levels(List<@Nullable Object> values) throws IOException {
        RunLengthBitPackingHybridEncoder encoder = new RunLengthBitPackingHybridEncoder(1, 64, 1 << 20, HEAP);
        for (Object value : values) {
            encoder.writeInt(value == null ? 0 : 1);
        }
        return bytes(encoder.toBytes());
    }

    static byte[] ids(List<@Nullable Object> entries, List<@Nullable Object> picked) throws IOException {
        int bitWidth = 32 - Integer.numberOfLeadingZeros(entries.size() - 1);
        RunLengthBitPackingHybridEncoder encoder = new RunLengthBitPackingHybridEncoder(bitWidth, 64, 1 << 20, HEAP);
        for (Object value : picked) {
            encoder.writeInt(entries.indexOf(value));
        }
        return ForeignFile.concat(new byte[] {(byte) bitWidth}, bytes(encoder.toBytes()));
    }

    static byte[] bytes(BytesInput input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        input.writeAllTo(out);
        return out.toByteArray();
    }

    static byte[] framed(byte[] levels) {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(levels.length)
                .array();
        return ForeignFile.concat(length, levels);
    }

    static int nulls(List<@Nullable Object> values) {
        return (int) values.stream().filter(value -> value == null).count();
    }
}
