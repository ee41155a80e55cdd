package dev.batchwright.shard.object;

import dev.batchwright.shard.block.GrowingBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Appends values to a block. {@link ObjectFormat} tells how each looks. */
abstract class ObjectEncoder extends GrowingBlock {

    private static final int LONGEST_NUMBER = 10;

    final void int8(int value) {
        ensure(1);
        bytes[position++] = (byte) value;
    }

    final void int16(short value) {
        ensure(Short.BYTES);
        LittleEndian.SHORT.set(bytes, position, value);
        position += Short.BYTES;
    }

    final void int32(int value) {
        ensure(Integer.BYTES);
        LittleEndian.INT.set(bytes, position, value);
        position += Integer.BYTES;
    }

    final void int64(long value) {
        ensure(Long.BYTES);
        LittleEndian.LONG.set(bytes, position, value);
        position += Long.BYTES;
    }

    /** Appends a number as if it had no sign. */
    final void number(long value) {
        ensure(LONGEST_NUMBER);
        byte[] into = bytes;
        int at = position;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            into[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        into[at++] = (byte) rest;
        position = at;
    }

    /** How many bytes {@link #number} takes for a number. */
    static int lengthOfNumber(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value | 1) + 6) / 7;
    }

    final void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    final void binary(byte[] value) {
        number(value.length);
        append(value);
    }

    final void append(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, bytes, position, value.length);
        position += value.length;
    }

    /**
     * Begins an array.
     *
     * @return the place for its elements; whoever asked fills it
     */
    final ByteBuffer array(int length, int elementBytes) {
        number(length);
        long total = (long) length * elementBytes;
        ensure(total);
        ByteBuffer elements = ByteBuffer.wrap(bytes, position, (int) total).order(ByteOrder.LITTLE_ENDIAN);
        position += (int) total;
        return elements;
    }
}
