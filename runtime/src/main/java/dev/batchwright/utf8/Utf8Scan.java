package dev.batchwright.utf8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes, eight at a time where they are ASCII, without decoding them. */
public final class Utf8Scan {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TOP_BITS = 0x8080808080808080L;

    private Utf8Scan() {}

    /**
     * Finds the first byte that is not ASCII.
     *
     * @param bytes the bytes
     * @param from where to begin
     * @param to where to end
     * @return its index, or {@code to} if there is none
     */
    public static int endOfAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - 4 * Long.BYTES) {
            long first = (long) LONG.get(bytes, i);
            long second = (long) LONG.get(bytes, i + Long.BYTES);
            long third = (long) LONG.get(bytes, i + 2 * Long.BYTES);
            long fourth = (long) LONG.get(bytes, i + 3 * Long.BYTES);
            if (((first | second | third | fourth) & TOP_BITS) != 0) {
                break;
            }
            i += 4 * Long.BYTES;
        }
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long eight = (long) LONG.get(bytes, i);
            if ((eight & TOP_BITS) != 0) {
                return i + asciiOf(eight);
            }
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /**
     * Finds the first byte that does not belong to well-formed UTF-8, as table 3-7 of the Unicode standard has it.
     *
     * @param bytes the bytes
     * @param from where to begin
     * @param to where to end
     * @return the index of the first byte of what is wrong, or -1 if nothing is
     */
    public static int indexOfInvalid(byte[] bytes, int from, int to) {
        int i = endOfAscii(bytes, from, to);
        while (i < to) {
            int length = lengthOfValid(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i += length;
            if (i < to && bytes[i] >= 0) {
                i = endOfAscii(bytes, i, to);
            }
        }
        return -1;
    }

    /** How many of eight bytes, from the lowest on, come before one that is not ASCII. */
    static int asciiOf(long eight) {
        return Long.numberOfTrailingZeros(eight & TOP_BITS) >> 3;
    }

    static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }

    /** The length of the character at a place, or 0 if there is none that is valid. */
    static int lengthOfValid(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        return to - at < length || !continues(bytes, at, lead, length) ? 0 : length;
    }

    private static boolean continues(byte[] bytes, int at, int lead, int length) {
        for (int i = 1; i < length; i++) {
            if (!isContinuation(bytes[at + i])) {
                return false;
            }
        }
        int second = length < 2 ? 0 : bytes[at + 1] & 0xFF;
        return switch (lead) {
            case 0xE0 -> second >= 0xA0; // Longer than needed.
            case 0xED -> second < 0xA0; // Half of a surrogate pair.
            case 0xF0 -> second >= 0x90; // Longer than needed.
            case 0xF4 -> second < 0x90; // Beyond the last code point.
            default -> true;
        };
    }
}
