package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;

/** Reads whole numbers of up to 64 bits from an INT64 or an INT32 column. */
final class LongReader extends LeafReader {

    private final boolean isNarrow;
    private final long mask;
    private final boolean isWideUnsigned;
    private final int scale;
    private long[] values = {};

    LongReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        this(rows, pages, presentDefinition, 0);
    }

    /** Reads numbers that are decimals without their point. */
    LongReader(RowCursor rows, ChunkPages pages, int presentDefinition, int scale) {
        super(rows, pages, presentDefinition);
        PrimitiveType type = column().getPrimitiveType();
        this.isNarrow = type.getPrimitiveTypeName() == PrimitiveTypeName.INT32;
        boolean isUnsigned =
                type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation number && !number.isSigned();
        this.mask = isUnsigned && isNarrow ? 0xFFFFFFFFL : -1L;
        this.isWideUnsigned = isUnsigned && !isNarrow;
        this.scale = scale;
    }

    @Override
    public long readLong() {
        // First, since it may replace the values by those of the next page.
        int index = take();
        return values[index];
    }

    @Override
    public BigDecimal readDecimal() {
        int index = take();
        long value = values[index];
        return isWideUnsigned && value < 0
                ? new BigDecimal(Long.toUnsignedString(value))
                : BigDecimal.valueOf(value, scale);
    }

    @Override
    public long[] readLongs() {
        int length = takeArray();
        long[] array = Arrays.copyOfRange(values, arrayStart(length), arrayStart(length) + length);
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
        if (isNarrow) {
            decodeNarrow(decoder(page, number), room(number), number);
            return;
        }
        if (page.encoding() == Encoding.PLAIN) {
            page.plain(number, Long.BYTES).asLongBuffer().get(room(number), 0, number);
            return;
        }
        ValuesReader decoder = decoder(page, number);
        long[] into = room(number);
        for (int i = 0; i < number; i++) {
            into[i] = decoder.readLong();
        }
    }

    private void decodeNarrow(ValuesReader decoder, long[] into, int number) {
        for (int i = 0; i < number; i++) {
            into[i] = decoder.readInteger() & mask;
        }
    }

    private long[] room(int number) {
        if (values.length < number) {
            values = new long[number];
        }
        return values;
    }
}
