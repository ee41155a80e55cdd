package dev.batchwright.shard.block;

import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Gives the values of whole rows of a block, one row after the other, or those of a single column: the counterpart of {@link RowWriter}.
 * How a value looks is up to the format; here is what is the same for all: where rows of a column begin, how many values a container
 * still has, and how arrays are copied.
 */
public abstract class RowReader extends ValueReader {

    // What a file says is a hint only: a list that is really longer grows.
    private static final int LARGEST_HINT = 1 << 16;

    private final CheckedBlock place;
    private final @Nullable ColumnPlaces column;
    private final ValuesLeft left = new ValuesLeft();

    /**
     * Begins where a place is, or before the first row of a column.
     *
     * @param place moves with what is read; the format takes values from it
     * @param column where the values of the only column are; null if whole rows are read
     */
    protected RowReader(CheckedBlock place, @Nullable ColumnPlaces column) {
        this.place = place;
        this.column = column;
    }

    /**
     * Takes an array of primitives.
     *
     * @return its elements, little-endian, none of them cut off
     */
    protected abstract ByteBuffer array(ScalarType element, int elementBytes);

    @Override
    public void nextRow() {
        if (column == null) {
            throw new IllegalStateException("Whole rows are read one after the other, not column by column");
        }
        place.moveTo(column.next());
        left.clear();
    }

    @Override
    public final LocalDate readDate() {
        return CheckedTimes.date(place, readLong());
    }

    @Override
    public final boolean[] readBooleans() {
        ByteBuffer elements = array(ScalarType.BOOLEAN, 1);
        boolean[] values = new boolean[elements.remaining()];
        for (int i = 0; i < values.length; i++) {
            byte value = elements.get();
            if ((value & ~1) != 0) {
                throw place.corrupt("a boolean of an array is " + value);
            }
            values[i] = value == 1;
        }
        return values;
    }

    @Override
    public final short[] readShorts() {
        ByteBuffer elements = array(ScalarType.SHORT, Short.BYTES);
        short[] values = new short[elements.remaining() / Short.BYTES];
        elements.asShortBuffer().get(values);
        return values;
    }

    @Override
    public final char[] readChars() {
        ByteBuffer elements = array(ScalarType.CHAR, Character.BYTES);
        char[] values = new char[elements.remaining() / Character.BYTES];
        elements.asCharBuffer().get(values);
        return values;
    }

    @Override
    public final int[] readInts() {
        ByteBuffer elements = array(ScalarType.INT, Integer.BYTES);
        int[] values = new int[elements.remaining() / Integer.BYTES];
        elements.asIntBuffer().get(values);
        return values;
    }

    @Override
    public final long[] readLongs() {
        ByteBuffer elements = array(ScalarType.LONG, Long.BYTES);
        long[] values = new long[elements.remaining() / Long.BYTES];
        elements.asLongBuffer().get(values);
        return values;
    }

    @Override
    public final float[] readFloats() {
        ByteBuffer elements = array(ScalarType.FLOAT, Float.BYTES);
        float[] values = new float[elements.remaining() / Float.BYTES];
        elements.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public final double[] readDoubles() {
        ByteBuffer elements = array(ScalarType.DOUBLE, Double.BYTES);
        double[] values = new double[elements.remaining() / Double.BYTES];
        elements.asDoubleBuffer().get(values);
        return values;
    }

    /**
     * Begins a record of so many columns, all of which are there, in order.
     *
     * @return what {@link #beginRecord} returns
     */
    protected final int beginColumns(int columns) {
        left.begin(columns);
        return left.next();
    }

    /**
     * Begins a list of so many elements, or a map of so many entries.
     *
     * @return for how many to make room
     */
    protected final int beginValues(int count) {
        left.begin(count);
        return Math.min(count, LARGEST_HINT);
    }

    @Override
    public final int nextColumn() {
        return left.next();
    }

    @Override
    public final boolean nextElement() {
        return left.next() >= 0;
    }

    @Override
    public boolean nextEntry() {
        return left.next() >= 0;
    }

    @Override
    public final void endUnion() {
        // What a union holds has an end of its own, and that has been reached.
    }
}
