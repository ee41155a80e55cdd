package dev.batchwright.shard.choice;

import org.jspecify.annotations.Nullable;

/**
 * What one format and compression made of the sample. Bytes and times are those of the rows: what a part costs that holds no row
 * is taken off, for in a part of full size it does not count.
 *
 * @param format the name of the format
 * @param compression the compression
 * @param bytes the encoded bytes
 * @param encodeNanos the processor time of encoding, in nanoseconds
 * @param decodeNanos the processor time of decoding every row whole, in nanoseconds
 * @param scoreNanos the score: {@link DiskRate#nanos} of the bytes, once for writing and once for reading, and both processor times
 * @param rounds how often it was measured; times are those of its fastest round
 * @param failure why it could not be used, or null
 */
public record CandidateFigures(
        String format,
        String compression,
        long bytes,
        long encodeNanos,
        long decodeNanos,
        long scoreNanos,
        int rounds,
        @Nullable String failure) {

    /**
     * The score of a format and compression: the time to encode rows, write them, read them once and decode them, if nothing of it
     * overlapped. The smaller, the better.
     *
     * @param disk how fast the disk is
     * @param bytes the encoded bytes
     * @param encodeNanos the processor time of encoding
     * @param decodeNanos the processor time of decoding
     * @return nanoseconds
     */
    public static long score(DiskRate disk, long bytes, long encodeNanos, long decodeNanos) {
        return 2 * disk.nanos(bytes) + encodeNanos + decodeNanos;
    }
}
