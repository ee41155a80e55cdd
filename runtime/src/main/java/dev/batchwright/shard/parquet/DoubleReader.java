package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a DOUBLE column. */
final class DoubleReader extends LeafReader {

    private double[] values = {};

    /** The page itself where that is as good: arrays are then copied once. */
    private @Nullable DoubleBuffer plain;

    DoubleReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
    }

    @Override
    public double readDouble() {
        // First, since it may replace the values by those of the next page.
        int index = take();
        return values[index];
    }

    @Override
    public double[] readDoubles() {
        int length = takeArray();
        double[] array = new double[length];
        copy(length, array, 0);
        while (arrayGoesOn()) {
            int more = takeArray();
            int old = array.length;
            array = Arrays.copyOf(array, old + more);
            copy(more, array, old);
        }
        return array;
    }

    private void copy(int length, double[] into, int at) {
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
            DoubleBuffer numbers = page.plain(number, Double.BYTES).asDoubleBuffer();
            if (holdsArrays()) {
                plain = numbers;
            } else {
                numbers.get(room(number), 0, number);
            }
            return;
        }
        if (page.encoding() == Encoding.BYTE_STREAM_SPLIT) {
            page.checkRoom(number, Double.BYTES);
            StreamSplit.joinDoubles(page.bytes(), page.values().start(), number, room(number));
            return;
        }
        ValuesReader decoder = decoder(page, number);
        double[] into = room(number);
        for (int i = 0; i < number; i++) {
            into[i] = decoder.readDouble();
        }
    }

    private double[] room(int number) {
        if (values.length < number) {
            values = new double[number];
        }
        return values;
    }
}
