package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a FLOAT column. */
final class FloatReader extends LeafReader {

    private float[] values = {};

    /** The page itself where that is as good: arrays are then copied once. */
    private @Nullable FloatBuffer plain;

    FloatReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
    }

    @Override
    public float readFloat() {
        // First, since it may replace the values by those of the next page.
        int index = take();
        return values[index];
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
        if (page.encoding() == Encoding.PLAIN) {
            FloatBuffer numbers = page.plain(number, Float.BYTES).asFloatBuffer();
            if (holdsArrays()) {
                plain = numbers;
            } else {
                numbers.get(room(number), 0, number);
            }
            return;
        }
        if (page.encoding() == Encoding.BYTE_STREAM_SPLIT) {
            page.checkRoom(number, Float.BYTES);
            StreamSplit.joinFloats(page.bytes(), page.values().start(), number, room(number));
            return;
        }
        ValuesReader decoder = decoder(page, number);
        float[] into = room(number);
        for (int i = 0; i < number; i++) {
            into[i] = decoder.readFloat();
        }
    }

    private float[] room(int number) {
        if (values.length < number) {
            values = new float[number];
        }
        return values;
    }
}
