package dev.batchwright.shard.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The smallest and the largest of some values, in the plain encoding, and the order in which they are that.
 *
 * @param min the smallest
 * @param max the largest
 * @param order the order of the column's type
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record ValueRange(byte[] min, byte[] max, Comparator<byte[]> order) {

    private static final Comparator<byte[]> UNSIGNED_BYTES = Arrays::compareUnsigned;
    private static final Comparator<byte[]> INTS =
            Comparator.comparingInt(value -> in(value).getInt());
    private static final Comparator<byte[]> LONGS =
            Comparator.comparingLong(value -> in(value).getLong());
    private static final Comparator<byte[]> FLOATS =
            (left, right) -> Float.compare(in(left).getFloat(), in(right).getFloat());
    private static final Comparator<byte[]> DOUBLES =
            Comparator.comparingDouble(value -> in(value).getDouble());

    static ValueRange of(int min, int max) {
        return new ValueRange(
                in(new byte[4]).putInt(min).array(), in(new byte[4]).putInt(max).array(), INTS);
    }

    static ValueRange of(long min, long max) {
        return new ValueRange(
                in(new byte[8]).putLong(min).array(),
                in(new byte[8]).putLong(max).array(),
                LONGS);
    }

    /** A range of numbers, none of them NaN. A zero at its end gets the sign that leaves out neither zero. */
    static ValueRange of(float min, float max) {
        byte[] from = in(new byte[4]).putFloat(min == 0 ? -0.0f : min).array();
        byte[] to = in(new byte[4]).putFloat(max == 0 ? 0.0f : max).array();
        return new ValueRange(from, to, FLOATS);
    }

    /** A range of numbers, none of them NaN. A zero at its end gets the sign that leaves out neither zero. */
    static ValueRange of(double min, double max) {
        byte[] from = in(new byte[8]).putDouble(min == 0 ? -0.0 : min).array();
        byte[] to = in(new byte[8]).putDouble(max == 0 ? 0.0 : max).array();
        return new ValueRange(from, to, DOUBLES);
    }

    static ValueRange of(boolean min, boolean max) {
        return of(new byte[] {(byte) (min ? 1 : 0)}, new byte[] {(byte) (max ? 1 : 0)});
    }

    /** A range of bytes or texts, in the order of their unsigned bytes. */
    static ValueRange of(byte[] min, byte[] max) {
        return new ValueRange(min, max, UNSIGNED_BYTES);
    }

    /** The range of both. */
    ValueRange with(ValueRange other) {
        return new ValueRange(
                order.compare(min, other.min) <= 0 ? min : other.min,
                order.compare(max, other.max) >= 0 ? max : other.max,
                order);
    }

    /** Whether both ends of this range come no later than those of another. */
    boolean precedes(ValueRange other) {
        return order.compare(min, other.min) <= 0 && order.compare(max, other.max) <= 0;
    }

    private static ByteBuffer in(byte[] value) {
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    }
}
