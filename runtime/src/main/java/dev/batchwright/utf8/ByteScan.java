package dev.batchwright.utf8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes eight at a time, as no row is decoded before its line is found. */
public final class ByteScan {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;

    private ByteScan() {}

    /**
     * Finds the first byte of a value.
     *
     * @param value the value
     * @param bytes where it is looked for
     * @param from the first index
     * @param to the index behind the last
     * @return its index, or -1
     */
    public static int indexOf(byte value, byte[] bytes, int from, int to) {
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
}
