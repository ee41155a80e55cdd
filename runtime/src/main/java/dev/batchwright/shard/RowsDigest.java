package dev.batchwright.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * The stream of a part that is being written, which takes a digest of what goes through it. Used by one thread.
 *
 * <p>The digest of a part goes on from that of the parts before it, so that the last one of a shard stands for all rows of the shard
 * as they were cut. It is a CRC32C with the number of bytes and rows, spread over 63 bits by the finalizer of MurmurHash3 (Austin
 * Appleby, public domain).
 */
public final class RowsDigest extends OutputStream {

    /** The digest of a shard before its first part. */
    public static final long NOTHING = 1;

    private final OutputStream file;
    private final CRC32C checksum = new CRC32C();
    private long bytes;

    /**
     * Makes a stream.
     *
     * @param file takes the bytes
     */
    public RowsDigest(OutputStream file) {
        this.file = file;
    }

    /**
     * The digest of what was written so far.
     *
     * @param before the digest of the parts before this one; 0 if it is not known
     * @param rows the rows of this part
     * @return a positive number; 0 if it is not known
     */
    public long through(long before, long rows) {
        return before == 0 ? 0 : mix(before, mix(checksum.getValue(), mix(bytes, rows)));
    }

    /**
     * Puts two digests together.
     *
     * @param first the digest of what comes first
     * @param second the digest of what follows
     * @return the digest of both, a positive number
     */
    public static long mix(long first, long second) {
        long mixed = first * 0x9E3779B97F4A7C15L + second;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return Math.max(1, (mixed ^ (mixed >>> 33)) & Long.MAX_VALUE);
    }

    @Override
    public void write(int value) throws IOException {
        file.write(value);
        checksum.update(value);
        bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int count) throws IOException {
        file.write(source, offset, count);
        checksum.update(source, offset, count);
        bytes += count;
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
