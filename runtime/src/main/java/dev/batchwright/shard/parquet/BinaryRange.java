package dev.batchwright.shard.parquet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the smallest and the largest of values that lie in a buffer, in the order of their unsigned bytes, without copying them. */
final class BinaryRange {

    /** More than {@link ChunkStatistics} writes; it must not hold whole values until the end of a file. */
    private static final int KEPT = 128;

    private final PlainBuffer buffer;
    private int minStart = -1;
    private int minEnd;
    private int maxStart;
    private int maxEnd;

    BinaryRange(PlainBuffer buffer) {
        this.buffer = buffer;
    }

    /** The range of values that each stand after their length. */
    static @Nullable ValueRange ofPlain(PlainBuffer values) {
        BinaryRange range = new BinaryRange(values);
        int at = 0;
        while (at < values.size()) {
            int start = at + Integer.BYTES;
            at = start + values.intAt(at);
            range.add(start, at);
        }
        return range.range();
    }

    void add(int start, int end) {
        byte[] bytes = buffer.array();
        if (minStart < 0) {
            minStart = start;
            minEnd = end;
            maxStart = start;
            maxEnd = end;
        } else if (Arrays.compareUnsigned(bytes, start, end, bytes, minStart, minEnd) < 0) {
            minStart = start;
            minEnd = end;
        } else if (Arrays.compareUnsigned(bytes, start, end, bytes, maxStart, maxEnd) > 0) {
            maxStart = start;
            maxEnd = end;
        }
    }

    @Nullable
    ValueRange range() {
        return minStart < 0 ? null : ValueRange.of(kept(minStart, minEnd), kept(maxStart, maxEnd));
    }

    private byte[] kept(int start, int end) {
        byte[] bytes = buffer.array();
        int keptEnd = Math.min(end, start + KEPT);
        // Not within a character.
        for (int i = 0; i < 3 && keptEnd < end && (bytes[keptEnd] & 0xC0) == 0x80; i++) {
            keptEnd--;
        }
        return Arrays.copyOfRange(bytes, start, keptEnd);
    }
}
