package dev.batchwright.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.batchwright.InvalidRowException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.text.TextValueWriter;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV in the form that {@link CsvValueReader} reads: a null is an empty field, an empty text a quoted one. */
final class CsvValueWriter extends TextValueWriter {

    private final CsvWriter csv;
    private final CsvColumns columns;
    private final boolean multiline;
    private final @Nullable String[] fields;
    private int column;

    CsvValueWriter(CsvWriter csv, CsvColumns columns, boolean multiline) {
        this.csv = csv;
        this.columns = columns;
        this.multiline = multiline;
        this.fields = new String[columns.size()];
    }

    @Override
    public void beginRecord(RecordType type) {
        column = 0;
    }

    @Override
    public void endRecord() {
        csv.writeRecord(fields);
    }

    @Override
    protected String column() {
        return columns.name(column);
    }

    @Override
    protected void text(String value) {
        if (!multiline && (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0)) {
            throw new InvalidRowException(
                    "Column " + column() + " holds a line end, which the format, multiline(false), has no place for."
                            + " Remove it, or allow it with multiline(true).",
                    null);
        }
        fields[column++] = value;
    }

    @Override
    public void writeNull() {
        fields[column++] = null;
    }

    @Override
    public void writeBoolean(boolean value) {
        text(String.valueOf(value));
    }

    @Override
    public void writeByte(byte value) {
        text(String.valueOf(value));
    }

    @Override
    public void writeShort(short value) {
        text(String.valueOf(value));
    }

    @Override
    public void writeChar(char value) {
        writeString(String.valueOf(value));
    }

    @Override
    public void writeInt(int value) {
        text(String.valueOf(value));
    }

    @Override
    public void writeLong(long value) {
        text(String.valueOf(value));
    }

    @Override
    public void writeFloat(float value) {
        text(String.valueOf(value));
    }

    @Override
    public void writeDouble(double value) {
        text(String.valueOf(value));
    }

    @Override
    public void writeBooleans(boolean[] values) {
        throw severalValues();
    }

    @Override
    public void writeShorts(short[] values) {
        throw severalValues();
    }

    @Override
    public void writeChars(char[] values) {
        throw severalValues();
    }

    @Override
    public void writeInts(int[] values) {
        throw severalValues();
    }

    @Override
    public void writeLongs(long[] values) {
        throw severalValues();
    }

    @Override
    public void writeFloats(float[] values) {
        throw severalValues();
    }

    @Override
    public void writeDoubles(double[] values) {
        throw severalValues();
    }

    @Override
    public void beginList(int size) {
        throw severalValues();
    }

    @Override
    public void endList() {
        throw severalValues();
    }

    @Override
    public void beginMap(int size) {
        throw severalValues();
    }

    @Override
    public void endMap() {
        throw severalValues();
    }

    @Override
    public void beginUnion(UnionType type, int variant) {
        throw severalValues();
    }

    @Override
    public void endUnion() {
        throw severalValues();
    }

    private static IllegalStateException severalValues() {
        return new IllegalStateException(
                "Rows whose columns hold several values are refused before the first is written");
    }
}
