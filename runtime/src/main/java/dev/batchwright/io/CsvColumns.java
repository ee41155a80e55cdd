package dev.batchwright.io;

import dev.batchwright.BatchwrightException;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import java.util.List;

/** The columns of a row as fields of CSV: each a single value. */
final class CsvColumns {

    private final List<Column> columns;

    /** Refuses rows that CSV cannot hold. */
    CsvColumns(RecordType row) {
        columns = row.columns();
        for (Column column : columns) {
            ColumnType type = valueOf(column);
            if (!(type instanceof ScalarType || type instanceof EnumType)) {
                throw new BatchwrightException("Column " + column.name() + " of " + row.name() + " is of the type "
                        + type.describe()
                        + ", but a field of CSV holds a single value. Use JSON Lines or Parquet, or turn"
                        + " the column into text with @Column(codec = …).");
            }
        }
    }

    int size() {
        return columns.size();
    }

    String[] names() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    String name(int column) {
        return columns.get(column).name();
    }

    boolean isRequired(int column) {
        return !mayBeNull(columns.get(column));
    }

    /** Whether an empty field that is quoted is a value, and only one that is not quoted is a null. */
    boolean mayBeEmpty(int column) {
        ColumnType type = valueOf(columns.get(column));
        return type == ScalarType.STRING || type == ScalarType.BYTES;
    }

    /** Whether an empty line is a row: the null of its only column. */
    boolean anEmptyLineIsARow() {
        return size() == 1 && !isRequired(0);
    }

    private static boolean mayBeNull(Column column) {
        return column.nullable() || column.type() instanceof OptionalType;
    }

    private static ColumnType valueOf(Column column) {
        return column.type() instanceof OptionalType optional ? optional.value() : column.type();
    }
}
