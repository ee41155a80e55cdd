package dev.batchwright.shard.block;

import dev.batchwright.InvalidRowException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueWriter;
import java.nio.ByteBuffer;
import java.time.LocalDate;

/**
 * Takes the values of whole rows for a block. How a value looks is up to the format; here is what is the same for all: that containers
 * get as many values as they announce, how arrays are copied, and which column an error is about.
 */
public abstract class RowWriter extends ValueWriter {

    /** Every value that a format appends must be noted here, first of all. */
    protected final OpenContainers open = new OpenContainers();

    private final RecordType schema;

    /**
     * Begins without a row.
     *
     * @param schema that of the rows
     */
    protected RowWriter(RecordType schema) {
        this.schema = schema;
    }

    /**
     * Begins an array of primitives, which has been noted as a value.
     *
     * @return the place for its elements, little-endian; whoever asked fills it
     */
    protected abstract ByteBuffer array(ScalarType element, int length, int elementBytes);

    @Override
    public final void nextRow() {
        throw new UnsupportedOperationException("Parts of this format are written by rows, not by columns");
    }

    /** Writes the days since 1970-01-01 as any other number. */
    @Override
    public final void writeDate(LocalDate value) {
        writeLong(value.toEpochDay());
    }

    @Override
    public final void writeBooleans(boolean[] values) {
        ByteBuffer elements = counted(ScalarType.BOOLEAN, values.length, 1);
        for (boolean value : values) {
            elements.put((byte) (value ? 1 : 0));
        }
    }

    @Override
    public final void writeShorts(short[] values) {
        counted(ScalarType.SHORT, values.length, Short.BYTES).asShortBuffer().put(values);
    }

    @Override
    public final void writeChars(char[] values) {
        counted(ScalarType.CHAR, values.length, Character.BYTES).asCharBuffer().put(values);
    }

    @Override
    public final void writeInts(int[] values) {
        counted(ScalarType.INT, values.length, Integer.BYTES).asIntBuffer().put(values);
    }

    @Override
    public final void writeLongs(long[] values) {
        counted(ScalarType.LONG, values.length, Long.BYTES).asLongBuffer().put(values);
    }

    @Override
    public final void writeFloats(float[] values) {
        counted(ScalarType.FLOAT, values.length, Float.BYTES).asFloatBuffer().put(values);
    }

    @Override
    public final void writeDoubles(double[] values) {
        counted(ScalarType.DOUBLE, values.length, Double.BYTES).asDoubleBuffer().put(values);
    }

    private ByteBuffer counted(ScalarType element, int length, int elementBytes) {
        open.count();
        return array(element, length, elementBytes);
    }

    @Override
    public final void endRecord() {
        end();
    }

    @Override
    public final void endList() {
        end();
    }

    @Override
    public final void endMap() {
        end();
    }

    /** Ends the container that was begun last. */
    protected final void end() {
        if (!open.end()) {
            throw refused(
                    "a collection that changed while it was written. Hand over rows that nobody changes any more.");
        }
    }

    /**
     * Refuses text that could not be encoded.
     *
     * @param unpaired the index of the char that is half of a surrogate pair, or -1 if there is none
     */
    protected final void checkPairs(String text, int unpaired) {
        if (unpaired >= 0) {
            throw refused(String.format(
                    "text whose character %d, \\u%04X, is half of a surrogate pair. UTF-8 cannot express it."
                            + " Mend the text where it comes from, or keep it in a char[].",
                    unpaired, (int) text.charAt(unpaired)));
        }
    }

    /** What to throw when a format has no place for what the current column holds. */
    protected final InvalidRowException refused(String what) {
        int column = open.indexInOutermost(schema.columns().size());
        return new InvalidRowException("Column " + schema.columns().get(column).name() + " holds " + what, null);
    }
}
