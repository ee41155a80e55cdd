package dev.batchwright.io;

import dev.batchwright.SourceException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Which field of a file belongs to which column.
 *
 * @param columnOfField for each field of a line the index of its column, or -1
 * @param isPresent for each column whether the file has it
 */
record CsvHeader(int[] columnOfField, boolean[] isPresent) {

    /** Takes fields in the order of the columns. */
    static CsvHeader byPosition(CsvColumns columns) {
        int[] columnOfField = new int[columns.size()];
        Arrays.setAll(columnOfField, field -> field);
        boolean[] isPresent = new boolean[columns.size()];
        Arrays.fill(isPresent, true);
        return new CsvHeader(columnOfField, isPresent);
    }

    /** Takes fields by the names in the first line of a file. */
    static CsvHeader byName(Path file, List<String> names, CsvColumns columns) {
        int[] columnOfField = new int[names.size()];
        Arrays.fill(columnOfField, -1);
        boolean[] isPresent = new boolean[columns.size()];
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
                columnOfField[field] = column;
                isPresent[column] = true;
            }
        }
        return new CsvHeader(columnOfField, isPresent);
    }
}
