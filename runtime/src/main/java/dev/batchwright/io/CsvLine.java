package dev.batchwright.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A line of a CSV file, as FastCSV hands it over: the texts of the fields that the row has. Used again for the next line. */
final class CsvLine extends AbstractBaseCsvCallbackHandler<CsvLine> {

    private final CsvColumns columns;
    private final CsvHeader header;
    private final @Nullable String[] texts;
    private long number;
    private int fields;
    private boolean hasLineEnd;

    CsvLine(CsvColumns columns, CsvHeader header) {
        this.columns = columns;
        this.header = header;
        this.texts = new String[columns.size()];
    }

    /** The number of the line, counted from 1 where reading began; of the first one where the row goes over several. */
    long number() {
        return number;
    }

    /** Whether a field goes over several lines. */
    boolean hasLineEnd() {
        return hasLineEnd;
    }

    /** How many fields the line has. */
    int fields() {
        return fields;
    }

    /** The text of a column; null where the field is empty and that is no value. */
    @Nullable
    String text(int column) {
        return texts[column];
    }

    boolean isPresent(int column) {
        return header.has(column);
    }

    /** How many fields the line should have. */
    int expectedFields() {
        return header.fields();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        number = startingLineNumber;
        fields = 0;
        hasLineEnd = false;
        Arrays.fill(texts, null);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields = index + 1;
        if (quoted && !hasLineEnd) {
            hasLineEnd = indexOfLineFeed(buffer, offset, length) >= 0;
        }
        int column = header.columnOf(index);
        if (column < 0) {
            return;
        }
        boolean isValue = length > 0 || (columns.mayBeEmpty(column) && (quoted || columns.isRequired(column)));
        texts[column] = isValue ? new String(buffer, offset, length) : null;
    }

    @Override
    protected void handleEmpty() {
        fields = 1;
    }

    @Override
    protected CsvLine buildRecord() {
        return this;
    }

    private static int indexOfLineFeed(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
