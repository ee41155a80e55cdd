package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.CompressionCodec;
import java.util.Arrays;

/**
 * How far a page may grow when it is decompressed: to {@value #FREE} bytes, or to {@value #RATIO} times its length in the file if
 * that is more, and never further than its compression can do. A file that claims more is refused before memory is taken for it.
 *
 * <p>Of what we write only Zstandard can shrink further. Such a page is filled up with a skippable frame, which decompresses to
 * nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878#name-skippable-frames">RFC 8878, skippable frames</a>
 */
final class InflationLimit {

    static final int FREE = 1 << 24;
    static final int RATIO = 1024;

    private static final int FRAME_HEADER = 8;
    private static final byte[] SKIPPABLE = {0x50, 0x2A, 0x4D, 0x18};

    private InflationLimit() {}

    /** The most bytes that a page of a length is believed to hold. */
    static long of(CompressionCodec codec, long size) {
        // A few bytes of framing make a page that cannot be compressed larger than it was.
        long possible = (size + 64) * largestRatio(codec);
        return Math.min(possible, Math.max(FREE, size * RATIO));
    }

    /** The most entries, nulls included, that a page of a length is believed to have: a run of them takes a few bytes. */
    static long ofEntries(long length) {
        return Math.max(FREE, length * RATIO);
    }

    /** The most bytes that values are believed to take which share their beginnings, and of which a page has so many bytes. */
    static long ofValues(long length) {
        return Math.max(FREE, length * RATIO);
    }

    /**
     * Fills up a compressed page so that readers believe it.
     *
     * @param compressed holds it, with room behind
     * @param size its length
     * @param length its length before compression
     * @return its length now
     */
    static int pad(CompressionCodec codec, byte[] compressed, int size, int length) {
        if (codec != CompressionCodec.ZSTD || length <= of(codec, size)) {
            return size;
        }
        int wanted = Math.max(size + FRAME_HEADER, length / RATIO + 1);
        System.arraycopy(SKIPPABLE, 0, compressed, size, SKIPPABLE.length);
        int content = wanted - size - FRAME_HEADER;
        for (int i = 0; i < Integer.BYTES; i++) {
            compressed[size + SKIPPABLE.length + i] = (byte) (content >>> (8 * i));
        }
        Arrays.fill(compressed, size + FRAME_HEADER, wanted, (byte) 0);
        return wanted;
    }

    private static long largestRatio(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED -> 1;
            case LZ4_RAW, LZ4 -> 255;
            case SNAPPY -> 64;
            case GZIP -> 1032;
            // A block of one repeated byte: 128 KiB from four bytes.
            default -> 1 << 15;
        };
    }
}
