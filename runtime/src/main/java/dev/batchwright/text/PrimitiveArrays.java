package dev.batchwright.text;

import dev.batchwright.shard.ValueReader;
import java.util.Arrays;

/** Reads arrays of primitives, element by element, from formats that write them as lists. */
final class PrimitiveArrays {

    private static final int SOME_ELEMENTS = 16;

    private PrimitiveArrays() {}

    static boolean[] booleans(ValueReader in) {
        boolean[] values = new boolean[SOME_ELEMENTS];
        int count = 0;
        in.beginList();
        while (in.nextElement()) {
            values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
            values[count++] = in.readBoolean();
        }
        return Arrays.copyOf(values, count);
    }

    static short[] shorts(ValueReader in) {
        short[] values = new short[SOME_ELEMENTS];
        int count = 0;
        in.beginList();
        while (in.nextElement()) {
            values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
            values[count++] = in.readShort();
        }
        return Arrays.copyOf(values, count);
    }

    static char[] chars(ValueReader in) {
        char[] values = new char[SOME_ELEMENTS];
        int count = 0;
        in.beginList();
        while (in.nextElement()) {
            values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
            values[count++] = in.readChar();
        }
        return Arrays.copyOf(values, count);
    }

    static int[] ints(ValueReader in) {
        int[] values = new int[SOME_ELEMENTS];
        int count = 0;
        in.beginList();
        while (in.nextElement()) {
            values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
            values[count++] = in.readInt();
        }
        return Arrays.copyOf(values, count);
    }

    static long[] longs(ValueReader in) {
        long[] values = new long[SOME_ELEMENTS];
        int count = 0;
        in.beginList();
        while (in.nextElement()) {
            values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
            values[count++] = in.readLong();
        }
        return Arrays.copyOf(values, count);
    }

    static float[] floats(ValueReader in) {
        float[] values = new float[SOME_ELEMENTS];
        int count = 0;
        in.beginList();
        while (in.nextElement()) {
            values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
            values[count++] = in.readFloat();
        }
        return Arrays.copyOf(values, count);
    }

    static double[] doubles(ValueReader in) {
        double[] values = new double[SOME_ELEMENTS];
        int count = 0;
        in.beginList();
        while (in.nextElement()) {
            values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
            values[count++] = in.readDouble();
        }
        return Arrays.copyOf(values, count);
    }
}
