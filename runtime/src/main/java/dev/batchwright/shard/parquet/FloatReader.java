package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a FLOAT column, or a FLOAT16 column, whose numbers of 16 bits a float holds exactly; both also as wider numbers. */
final class FloatReader extends LeafReader {

    private final boolean isHalf;
    private float[] values = {};

    /** The page itself where that is as good: arrays are then copied once. */
    private @Nullable FloatBuffer plain;

    FloatReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
        this.isHalf = column().getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.FLOAT;
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
        float[] array = new float[length];
        copy(length, array, 0);
        while (arrayGoesOn()) {
            int more = takeArray();
            int old = array.length;
            array = Arrays.copyOf(array, old + more);
            copy(more, array, old);
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

    private void copy(int length, float[] into, int at) {
        if (plain == null) {
            System.arraycopy(values, arrayStart(length), into, at, length);
        } else {
            plain.get(arrayStart(length), into, at, length);
        }
    }

    @Override
    void decode(Page page, int number) throws IOException {
        plain = null;
        if (page.encoding() == Encoding.PLAIN && !isHalf) {
            FloatBuffer numbers = page.plain(number, Float.BYTES).asFloatBuffer();
            if (holdsArrays()) {
                plain = numbers;
            } else {
                numbers.get(room(number), 0, number);
            }
            return;
        }
        if (page.encoding() == Encoding.BYTE_STREAM_SPLIT && !isHalf) {
            page.checkRoom(number, Float.BYTES);
            StreamSplit.joinFloats(page.bytes(), page.values().start(), number, room(number));
            return;
        }
        ValuesReader decoder = decoder(page, number);
        float[] into = room(number);
        for (int i = 0; i < number; i++) {
            into[i] = isHalf ? half(decoder.readBytes().getBytesUnsafe()) : decoder.readFloat();
        }
    }

    private float[] room(int number) {
        if (values.length < number) {
            values = new float[number];
        }
        return values;
    }

    /** From one sign bit, five bits of exponent and ten of fraction; Java has a method of its own for it from version 20 on. */
    private static float half(byte[] bytes) {
        int half = (bytes[0] & 0xFF) | (bytes[1] << 8);
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
