package dev.batchwright.shard.parquet;

import dev.batchwright.InvalidRowException;
import dev.batchwright.shaded.parquet.bytes.BytesInput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Values in Parquet's plain encoding: little-endian, one after the other. */
final class PlainBuffer {

    private static final int LARGEST = Integer.MAX_VALUE - 8;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

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

    void writeBytes(byte[] value) {
        makeRoom(4L + value.length);
        INT.set(bytes, size, value.length);
        System.arraycopy(value, 0, bytes, size + 4, value.length);
        size += 4 + value.length;
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

    int size() {
        return size;
    }

    /** The values, until they are changed. */
    BytesInput bytes() {
        return BytesInput.from(bytes, 0, size);
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
