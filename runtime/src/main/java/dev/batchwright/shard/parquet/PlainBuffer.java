package dev.batchwright.shard.parquet;

import dev.batchwright.InvalidRowException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow as values are added; numbers are little-endian, as everywhere in Parquet. Its room is used again after a reset. */
final class PlainBuffer {

    private static final int LARGEST = Integer.MAX_VALUE - 8;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

    void writeByte(int value) {
        makeRoom(1);
        bytes[size++] = (byte) value;
    }

    void writeInt(int value) {
        makeRoom(4);
        INT.set(bytes, size, value);
        size += 4;
    }

    void writeLong(long value) {
        makeRoom(8);
        LONG.set(bytes, size, value);
        size += 8;
    }

    /** Seven bits in each byte, the lowest first. */
    void writeVarLong(long value) {
        makeRoom(10);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** A value after its length in four bytes. */
    void writeBytes(byte[] value) {
        makeRoom(4L + value.length);
        INT.set(bytes, size, value.length);
        System.arraycopy(value, 0, bytes, size + 4, value.length);
        size += 4 + value.length;
    }

    void write(byte[] from, int offset, int count) {
        makeRoom(count);
        System.arraycopy(from, offset, bytes, size, count);
        size += count;
    }

    void writeFloats(float[] values) {
        makeRoom(4L * values.length);
        tail().asFloatBuffer().put(values);
        size += 4 * values.length;
    }

    void writeDoubles(double[] values) {
        makeRoom(8L * values.length);
        tail().asDoubleBuffer().put(values);
        size += 8 * values.length;
    }

    /** Makes room for some bytes that are set in {@link #array()}: gives the place of the first. */
    int extend(int count) {
        makeRoom(count);
        int start = size;
        size += count;
        return start;
    }

    /** Makes room for bytes after the last without adding them, so that whoever sets longs may reach beyond the end. */
    void reserve(long count) {
        makeRoom(count);
    }

    void setInt(int at, int value) {
        INT.set(bytes, at, value);
    }

    void setLong(int at, long value) {
        LONG.set(bytes, at, value);
    }

    int intAt(int at) {
        return (int) INT.get(bytes, at);
    }

    long longAt(int at) {
        return (long) LONG.get(bytes, at);
    }

    int size() {
        return size;
    }

    /** The bytes, from index 0 on, until something is added. */
    byte[] array() {
        return bytes;
    }

    void reset() {
        size = 0;
    }

    private ByteBuffer tail() {
        return ByteBuffer.wrap(bytes, size, bytes.length - size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void makeRoom(long count) {
        if (bytes.length - size < count) {
            grow(size + count);
        }
    }

    private void grow(long needed) {
        if (needed > LARGEST) {
            throw new InvalidRowException(
                    "A row's value has more than 2 GiB, which no Parquet page can hold. Split it into several rows.",
                    null);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(needed, 2L * bytes.length)));
    }
}
