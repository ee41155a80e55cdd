package dev.batchwright.io;

import dev.batchwright.SourceException;
import dev.batchwright.text.Excerpt;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Which field of a file belongs to which column. */
final class CsvHeader {

    private static final int NONE = -1;

    private final int[] columnOfField;
    private final boolean[] isPresent;

    private CsvHeader(int fields, int columns) {
        columnOfField = new int[fields];
        Arrays.fill(columnOfField, NONE);
        isPresent = new boolean[columns];
    }

    /** Takes fields in the order of the columns. */
    static CsvHeader byPosition(CsvColumns columns) {
        CsvHeader header = new CsvHeader(columns.size(), columns.size());
        for (int column = 0; column < columns.size(); column++) {
            header.put(column, column);
        }
        return header;
    }

    /** Takes fields by the names in the first line of a file. */
    static CsvHeader byName(Path file, List<String> names, CsvColumns columns) {
        CsvHeader header = new CsvHeader(names.size(), columns.size());
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.name(column);
            int field = names.indexOf(name);
            if (field < 0 && columns.isRequired(column)) {
                throw new SourceException(
                        file + " has no column " + name + ". Its header names " + Excerpt.of(String.join(", ", names))
                                + ". Rename the component with @Column(name = …), mark it @Nullable, or say"
                                + " withoutHeader() if the first line is a row.",
                        null);
            }
            if (field != names.lastIndexOf(name)) {
                throw new SourceException(
                        file + " has two columns " + name + ", so it is not known which one is meant. Rename one.",
                        null);
            }
            if (field >= 0) {
                header.put(field, column);
            }
        }
        return header;
    }

    /** How many fields a line has. */
    int fields() {
        return columnOfField.length;
    }

    /** The column that a field belongs to, or a negative number. */
    int columnOf(int field) {
        return field < columnOfField.length ? columnOfField[field] : NONE;
    }

    /** Whether the file has a column. */
    boolean has(int column) {
        return isPresent[column];
    }

    private void put(int field, int column) {
        columnOfField[field] = column;
        isPresent[column] = true;
    }
}
