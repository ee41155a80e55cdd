package dev.batchwright.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes eight at a time, as no row is decoded before its line is found and checked. */
final class ByteScan {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;

    private ByteScan() {}

    /** Finds the first byte of a value, or gives -1. */
    static int indexOf(byte value, byte[] bytes, int from, int to) {
        long pattern = ONES * (value & 0xff);
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            // The classic test for a zero byte: http://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
            long difference = (long) LONG.get(bytes, i) ^ pattern;
            long zeros = (difference - ONES) & ~difference & TOP_BITS;
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == value) {
                return i;
            }
        }
        return -1;
    }

    /** Finds the first byte that is not ASCII, or gives {@code to}. */
    static int endOfAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long others = (long) LONG.get(bytes, i) & TOP_BITS;
            if (others != 0) {
                return i + (Long.numberOfTrailingZeros(others) >> 3);
            }
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** Finds the first byte that does not belong to well-formed UTF-8, as table 3-7 of the Unicode standard has it, or gives -1. */
    static int indexOfInvalidUtf8(byte[] bytes, int from, int to) {
        int i = endOfAscii(bytes, from, to);
        while (i < to) {
            int lead = bytes[i] & 0xff;
            int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
            if (length == 0 || to - i < length || !continues(bytes, i, lead, length)) {
                return i;
            }
            i += length;
            if (i < to && bytes[i] >= 0) {
                i = endOfAscii(bytes, i, to);
            }
        }
        return -1;
    }

    private static boolean continues(byte[] bytes, int at, int lead, int length) {
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return false;
            }
        }
        int second = length == 1 ? 0 : bytes[at + 1] & 0xff;
        return switch (lead) {
            case 0xe0 -> second >= 0xa0; // Longer than needed.
            case 0xed -> second < 0xa0; // Half of a surrogate pair.
            case 0xf0 -> second >= 0x90; // Longer than needed.
            case 0xf4 -> second < 0x90; // Beyond the last code point.
            default -> true;
        };
    }
}
