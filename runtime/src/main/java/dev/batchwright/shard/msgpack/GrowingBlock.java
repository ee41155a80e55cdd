package dev.batchwright.shard.msgpack;

import dev.batchwright.InvalidRowException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of a block while rows are added to it. */
abstract class GrowingBlock {

    static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int INITIAL_CAPACITY = BlockHeader.TARGET_LENGTH + BlockHeader.TARGET_LENGTH / 4;

    protected byte[] bytes = new byte[INITIAL_CAPACITY];
    protected int position;

    /** What holds the block, from its first byte on; it is longer, and another one after the next value. */
    final byte[] array() {
        return bytes;
    }

    final int position() {
        return position;
    }

    /** Begins anew, and gives back what a giant row took. */
    final void clear() {
        position = 0;
        if (bytes.length > 4 * INITIAL_CAPACITY) {
            bytes = new byte[INITIAL_CAPACITY];
        }
    }

    final void put(int value) {
        ensure(1);
        bytes[position++] = (byte) value;
    }

    final void put8(int head, int value) {
        ensure(2);
        bytes[position] = (byte) head;
        bytes[position + 1] = (byte) value;
        position += 2;
    }

    final void put16(int head, int value) {
        ensure(3);
        bytes[position] = (byte) head;
        SHORT.set(bytes, position + 1, (short) value);
        position += 3;
    }

    final void put32(int head, int value) {
        ensure(5);
        bytes[position] = (byte) head;
        INT.set(bytes, position + 1, value);
        position += 5;
    }

    final void put64(int head, long value) {
        ensure(9);
        bytes[position] = (byte) head;
        LONG.set(bytes, position + 1, value);
        position += 9;
    }

    final void ensure(long count) {
        if (bytes.length - position < count) {
            grow(position + count);
        }
    }

    private void grow(long needed) {
        if (needed > BlockHeader.MAX_LENGTH) {
            throw new InvalidRowException(
                    "A row takes more than " + (BlockHeader.MAX_LENGTH >> 20)
                            + " MiB, the most that a MessagePack part can hold. Split the row into several.",
                    null);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(BlockHeader.MAX_LENGTH, Math.max(needed, 2L * bytes.length)));
    }
}
