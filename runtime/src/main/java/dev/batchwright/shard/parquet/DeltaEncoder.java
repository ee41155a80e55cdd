package dev.batchwright.shard.parquet;

import java.util.Arrays;

/**
 * Encodes whole numbers by their differences, in blocks of 128 that are packed with as few bits as each quarter needs. Differences
 * wrap around in the column's own width, as readers add them up.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet encodings, DELTA_BINARY_PACKED = 5</a>
 */
final class DeltaEncoder {

    private static final int BLOCK = 128;
    private static final int MINI_BLOCKS = 4;
    private static final int MINI_BLOCK = BLOCK / MINI_BLOCKS;

    private final long[] deltas = new long[BLOCK];
    private final PlainBuffer out;
    private final boolean narrow;

    /**
     * Encodes into a buffer.
     *
     * @param out takes what is encoded
     * @param narrow whether the numbers have 32 bits
     */
    DeltaEncoder(PlainBuffer out, boolean narrow) {
        this.out = out;
        this.narrow = narrow;
    }

    void encode(long[] values, int count) {
        out.writeVarLong(BLOCK);
        out.writeVarLong(MINI_BLOCKS);
        out.writeVarLong(count);
        writeZigZag(count == 0 ? 0 : values[0]);
        for (int start = 1; start < count; start += BLOCK) {
            encodeBlock(values, start, Math.min(BLOCK, count - start));
        }
    }

    private void encodeBlock(long[] values, int start, int count) {
        long min = subtract(values, start, count);
        long mask = narrow ? 0xFFFFFFFFL : -1L;
        for (int i = 0; i < count; i++) {
            deltas[i] = (deltas[i] - min) & mask;
        }
        Arrays.fill(deltas, count, BLOCK, 0);
        writeZigZag(min);
        int widths = out.extend(MINI_BLOCKS);
        Arrays.fill(out.array(), widths, widths + MINI_BLOCKS, (byte) 0);
        for (int i = 0; i * MINI_BLOCK < count; i++) {
            int width = widthOf(i * MINI_BLOCK);
            out.array()[widths + i] = (byte) width;
            pack(i * MINI_BLOCK, width);
        }
    }

    /** Finds the differences: gives the smallest. */
    private long subtract(long[] values, int start, int count) {
        long min = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long delta = values[start + i] - values[start + i - 1];
            delta = narrow ? (int) delta : delta;
            deltas[i] = delta;
            min = Math.min(min, delta);
        }
        return min;
    }

    private int widthOf(int start) {
        long bits = 0;
        for (int i = start; i < start + MINI_BLOCK; i++) {
            bits |= deltas[i];
        }
        return Long.SIZE - Long.numberOfLeadingZeros(bits);
    }

    private void pack(int start, int width) {
        if (width == 0) {
            return;
        }
        int length = MINI_BLOCK * width / Byte.SIZE;
        // The last long may be half of one.
        out.reserve(length + Long.BYTES);
        int at = out.extend(length);
        long bits = 0;
        int filled = 0;
        for (int i = start; i < start + MINI_BLOCK; i++) {
            long value = deltas[i];
            bits |= value << filled;
            filled += width;
            if (filled >= Long.SIZE) {
                out.setLong(at, bits);
                at += Long.BYTES;
                filled -= Long.SIZE;
                bits = filled == 0 ? 0 : value >>> (width - filled);
            }
        }
        if (filled > 0) {
            out.setLong(at, bits);
        }
    }

    private void writeZigZag(long value) {
        out.writeVarLong((value << 1) ^ (value >> 63));
    }
}
