package dev.batchwright.shard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Compresses with Snappy, without a native library: the counterpart of {@link SnappyDecoder}. Holds a table of 32 KiB.
 *
 * <p>A block is compressed in fragments of 64 KiB, so that places within one fit 16 bits. In a fragment, a table says where four bytes
 * with a hash were seen last; where nothing is found for long, places are tried further and further apart.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">Snappy compressed format</a>
 */
final class SnappyEncoder {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int FRAGMENT = 1 << 16;
    private static final int HASH_BITS = 14;

    /** What its table takes. */
    static final long TABLE_BYTES = 2L << HASH_BITS;

    /** Where fewer bytes are left, no copy is looked for, so that eight bytes can be read at once. */
    private static final int MARGIN = 15;

    private static final int LONGEST_COPY = 64;

    private final short[] places = new short[1 << HASH_BITS];
    private byte[] into = {};
    private int to;

    /** How long a compressed block can get: each literal has a tag of up to five bytes, and copies are shorter than what they stand for. */
    static long maxLength(int length) {
        return 32L + length + length / 6;
    }

    int compress(byte[] from, int offset, int length, byte[] target, int targetOffset) {
        into = target;
        to = targetOffset;
        writeVarInt(length);
        int end = offset + length;
        for (int start = offset; start < end; start += FRAGMENT) {
            compressFragment(from, start, Math.min(end, start + FRAGMENT));
        }
        into = new byte[0];
        return to - targetOffset;
    }

    private void compressFragment(byte[] from, int start, int end) {
        int limit = end - MARGIN;
        int literal = start;
        Arrays.fill(places, (short) 0);
        int at = start + 1;
        int misses = 32;
        while (at < limit) {
            int four = (int) INT.get(from, at);
            int hash = hash(four);
            int found = start + (places[hash] & 0xFFFF);
            places[hash] = (short) (at - start);
            if ((int) INT.get(from, found) != four) {
                at += misses++ >>> 5;
                continue;
            }
            writeLiteral(from, literal, at - literal);
            int matched = matchLength(from, found, at, end);
            writeCopy(at - found, matched);
            at += matched;
            literal = at;
            misses = 32;
            if (at < limit) {
                // The byte before is where the next copy is most likely to begin when the same text comes again.
                places[hash((int) INT.get(from, at - 1))] = (short) (at - 1 - start);
            }
        }
        if (literal < end) {
            writeLiteral(from, literal, end - literal);
        }
    }

    private static int matchLength(byte[] from, int earlier, int later, int end) {
        int length = 4;
        while (later + length + 8 <= end) {
            long difference = (long) LONG.get(from, earlier + length) ^ (long) LONG.get(from, later + length);
            if (difference != 0) {
                return length + (Long.numberOfTrailingZeros(difference) >>> 3);
            }
            length += 8;
        }
        while (later + length < end && from[earlier + length] == from[later + length]) {
            length++;
        }
        return length;
    }

    private static int hash(int four) {
        return (four * 0x1E35A7BD) >>> (32 - HASH_BITS);
    }

    private void writeLiteral(byte[] from, int offset, int length) {
        if (length == 0) {
            return;
        }
        int last = length - 1;
        if (last < 60) {
            into[to++] = (byte) (last << 2);
        } else if (last < 1 << 8) {
            into[to++] = (byte) (60 << 2);
            into[to++] = (byte) last;
        } else {
            // A fragment has no longer ones.
            into[to++] = (byte) (61 << 2);
            into[to++] = (byte) last;
            into[to++] = (byte) (last >>> 8);
        }
        System.arraycopy(from, offset, into, to, length);
        to += length;
    }

    private void writeCopy(int distance, int length) {
        int left = length;
        // Leaves at least four, which the shortest form can hold.
        while (left >= LONGEST_COPY + 4) {
            writeLongCopy(distance, LONGEST_COPY);
            left -= LONGEST_COPY;
        }
        if (left > LONGEST_COPY) {
            writeLongCopy(distance, LONGEST_COPY - 4);
            left -= LONGEST_COPY - 4;
        }
        if (left < 12 && distance < 2048) {
            into[to++] = (byte) (distance >>> 8 << 5 | (left - 4) << 2 | 1);
            into[to++] = (byte) distance;
        } else {
            writeLongCopy(distance, left);
        }
    }

    private void writeLongCopy(int distance, int length) {
        into[to++] = (byte) ((length - 1) << 2 | 2);
        into[to++] = (byte) distance;
        into[to++] = (byte) (distance >>> 8);
    }

    private void writeVarInt(int value) {
        int left = value;
        while ((left & ~0x7F) != 0) {
            into[to++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        into[to++] = (byte) left;
    }
}
