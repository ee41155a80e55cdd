package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.io.IOException;
import java.util.Arrays;

/** Reads a DOUBLE column, or a FLOAT column as wider numbers. */
final class DoubleReader extends LeafReader {

    private final boolean isNarrow;
    private double[] values = {};

    DoubleReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows, pages, presentDefinition);
        this.isNarrow = column().getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.FLOAT;
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
        double[] array = Arrays.copyOfRange(values, arrayStart(length), arrayStart(length) + length);
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
        if (page.encoding() == Encoding.PLAIN && !isNarrow) {
            page.plain(number, Double.BYTES).asDoubleBuffer().get(room(number), 0, number);
            return;
        }
        ValuesReader decoder = decoder(page, number);
        double[] into = room(number);
        for (int i = 0; i < number; i++) {
            into[i] = isNarrow ? decoder.readFloat() : decoder.readDouble();
        }
    }

    private double[] room(int number) {
        if (values.length < number) {
            values = new double[number];
        }
        return values;
    }
}
