package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import java.io.IOException;
import java.util.Arrays;

/** Reads a FLOAT16 column: floating-point numbers of 16 bits, each of which a float and a double hold exactly. */
final class HalfReader extends LeafReader {

    private float[] values = {};

    HalfReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
    }

    @Override
    public float readFloat() {
        // First, since it may replace the values by those of the next page.
        int index = take();
        return values[index];
    }

    @Override
    public double readDouble() {
        return readFloat();
    }

    @Override
    public float[] readFloats() {
        int length = takeArray();
        float[] array = Arrays.copyOfRange(values, arrayStart(length), arrayStart(length) + length);
        while (arrayGoesOn()) {
            int more = takeArray();
            int old = array.length;
            array = Arrays.copyOf(array, old + more);
            System.arraycopy(values, arrayStart(more), array, old, more);
        }
        return array;
    }

    @Override
    public double[] readDoubles() {
        float[] floats = readFloats();
        double[] array = new double[floats.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = floats[i];
        }
        return array;
    }

    @Override
    void decode(Page page, int number) throws IOException {
        ValuesReader decoder = decoder(page, number);
        float[] into = values.length < number ? new float[number] : values;
        for (int i = 0; i < number; i++) {
            byte[] bytes = decoder.readBytes().getBytesUnsafe();
            into[i] = toFloat((bytes[0] & 0xFF) | (bytes[1] << 8));
        }
        values = into;
    }

    /** From one sign bit, five bits of exponent and ten of fraction; Java has a method of its own for it from version 20 on. */
    static float toFloat(int half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >> 10) & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F80_0000 | (fraction << 13));
        }
        if (exponent == 0) {
            float small = fraction * 0x1p-24f;
            return sign == 0 ? small : -small;
        }
        return Float.intBitsToFloat(sign | ((exponent + 112) << 23) | (fraction << 13));
    }
}
