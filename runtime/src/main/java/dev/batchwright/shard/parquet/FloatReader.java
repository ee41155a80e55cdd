package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import java.io.IOException;
import java.util.Arrays;

/** Reads a FLOAT column. */
final class FloatReader extends LeafReader {

    private float[] values = {};

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
    void decode(Page page, int number) throws IOException {
        if (page.encoding() == Encoding.PLAIN) {
            page.plain(number, Float.BYTES).asFloatBuffer().get(room(number), 0, number);
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
