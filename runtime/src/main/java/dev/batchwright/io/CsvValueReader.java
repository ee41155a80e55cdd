package dev.batchwright.io;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.text.Excerpt;
import dev.batchwright.text.InvalidValueException;
import dev.batchwright.text.TextValueReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads rows from lines of CSV. */
final class CsvValueReader extends TextValueReader {

    private final CsvColumns columns;
    private final CsvLine line;
    private int column;

    CsvValueReader(CsvColumns columns, CsvLine line) {
        this.columns = columns;
        this.line = line;
    }

    @Override
    public int beginRecord(RecordType type) {
        column = -1;
        return nextColumn();
    }

    @Override
    public int nextColumn() {
        do {
            column++;
        } while (column < columns.size() && !line.isPresent(column));
        return column < columns.size() ? column : -1;
    }

    @Override
    public boolean readNull() {
        return line.text(column) == null;
    }

    @Override
    protected String text(String expected) {
        String text = line.text(column);
        if (text == null) {
            throw unexpected(expected);
        }
        return text;
    }

    @Override
    protected InvalidValueException unexpected(String expected) {
        String text = line.text(column);
        String found = text == null ? "an empty field" : '"' + Excerpt.of(text) + '"';
        return new InvalidValueException(columns.name(column), "expected " + expected + ", found " + found);
    }

    @Override
    public boolean readBoolean() {
        return switch (text("true or false").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unexpected("true or false");
        };
    }

    @Override
    protected long readInteger(long min, long max, String expected) {
        try {
            long value = Long.parseLong(text(expected));
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through: the message below says more.
        }
        throw unexpected(expected);
    }

    @Override
    public float readFloat() {
        String expected = "a float (at most 3.4028235E38)";
        try {
            float value = Float.parseFloat(decimal(expected));
            if (!Float.isInfinite(value) || isInfinity()) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through: the message below says more.
        }
        throw unexpected(expected);
    }

    @Override
    public double readDouble() {
        String expected = "a double (at most 1.7976931348623157E308)";
        try {
            double value = Double.parseDouble(decimal(expected));
            if (!Double.isInfinite(value) || isInfinity()) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through: the message below says more.
        }
        throw unexpected(expected);
    }

    /** The text of a number without what only Java takes for one, such as {@code 1d} and {@code 0x1p3}. */
    private String decimal(String expected) {
        String text = text(expected);
        boolean ofJava =
                text.indexOf('x') >= 0 || text.indexOf('X') >= 0 || "dDfF".indexOf(text.charAt(text.length() - 1)) >= 0;
        if (ofJava) {
            throw unexpected(expected);
        }
        return text;
    }

    private boolean isInfinity() {
        @Nullable String text = line.text(column);
        return text != null && text.endsWith("Infinity");
    }

    @Override
    public boolean[] readBooleans() {
        throw severalValues();
    }

    @Override
    public short[] readShorts() {
        throw severalValues();
    }

    @Override
    public char[] readChars() {
        throw severalValues();
    }

    @Override
    public int[] readInts() {
        throw severalValues();
    }

    @Override
    public long[] readLongs() {
        throw severalValues();
    }

    @Override
    public float[] readFloats() {
        throw severalValues();
    }

    @Override
    public double[] readDoubles() {
        throw severalValues();
    }

    @Override
    public int beginList() {
        throw severalValues();
    }

    @Override
    public boolean nextElement() {
        throw severalValues();
    }

    @Override
    public int beginMap() {
        throw severalValues();
    }

    @Override
    public boolean nextEntry() {
        throw severalValues();
    }

    @Override
    public int beginUnion(UnionType type) {
        throw severalValues();
    }

    @Override
    public void endUnion() {
        throw severalValues();
    }

    private static IllegalStateException severalValues() {
        return new IllegalStateException("Rows whose columns hold several values are refused before the first is read");
    }
}
