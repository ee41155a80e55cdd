package dev.batchwright.shard.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a block: five little-endian ints, the last of which is the CRC32C of the others.
 *
 * @param length the length of the rows before compression
 * @param storedLength the length of the block in the file; the same as {@code length} if it is not compressed
 * @param rows how many rows the block holds
 * @param checksum the CRC32C of the block as it is in the file
 */
record BlockHeader(int length, int storedLength, int rows, int checksum) {

    /** The length of a header itself. */
    static final int BYTES = 20;

    /** A block ends with the row that reaches this many bytes. */
    static final int TARGET_LENGTH = 256 << 10;

    /** The longest block, and so about the longest row: 1 GiB. */
    static final int MAX_LENGTH = 1 << 30;

    // A reader must not reserve memory because a few bytes say so. Honest blocks of a row or two may shrink a lot,
    // but then they are short, or a writer leaves them as they are.
    private static final int LENGTH_WITHOUT_DOUBT = 1 << 20;
    private static final int MAX_RATIO = 1024;

    /** Whether a reader may believe that a block of this length shrank to so little. */
    static boolean isPlausible(int length, int storedLength) {
        return length <= LENGTH_WITHOUT_DOUBT || (long) storedLength * MAX_RATIO >= length;
    }

    boolean isCompressed() {
        return storedLength < length;
    }

    byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(length).putInt(storedLength).putInt(rows).putInt(checksum);
        bytes.putInt(checksum(bytes.array(), 0, BYTES - Integer.BYTES));
        return bytes.array();
    }

    /**
     * Reads a header.
     *
     * @return the header, or null if it is damaged or claims what no writer writes
     */
    static @Nullable BlockHeader decode(byte[] from) {
        ByteBuffer bytes = ByteBuffer.wrap(from, 0, BYTES).order(ByteOrder.LITTLE_ENDIAN);
        BlockHeader header = new BlockHeader(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt());
        return bytes.getInt() == checksum(from, 0, BYTES - Integer.BYTES) && header.makesSense() ? header : null;
    }

    private boolean makesSense() {
        return storedLength > 0
                && storedLength <= length
                && length <= MAX_LENGTH
                && rows > 0
                && rows <= length // not even an empty row takes less than a byte
                && isPlausible(length, storedLength);
    }

    /** The same array if it is large enough, and not so large that a giant row must have left it behind; else a new one. */
    static byte[] room(byte[] array, int length) {
        boolean fits = array.length >= length && array.length <= 4L * Math.max(length, TARGET_LENGTH);
        return fits ? array : new byte[length];
    }

    static int checksum(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return (int) checksum.getValue();
    }
}
