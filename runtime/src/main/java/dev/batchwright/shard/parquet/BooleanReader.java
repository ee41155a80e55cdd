package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import java.io.IOException;
import java.util.Arrays;

/** Reads a BOOLEAN column. */
final class BooleanReader extends LeafReader {

    private boolean[] values = {};

    BooleanReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
    }

    @Override
    public boolean readBoolean() {
        // First, since it may replace the values by those of the next page.
        int index = take();
        return values[index];
    }

    @Override
    public boolean[] readBooleans() {
        int length = takeArray();
        boolean[] array = Arrays.copyOfRange(values, arrayStart(length), arrayStart(length) + length);
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
        ValuesReader decoder = decoder(page, number);
        boolean[] into = values.length < number ? new boolean[number] : values;
        for (int i = 0; i < number; i++) {
            into[i] = decoder.readBoolean();
        }
        values = into;
    }
}
