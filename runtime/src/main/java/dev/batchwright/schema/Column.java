package dev.batchwright.schema;

/**
 * A column of a row, or a component of a nested record.
 *
 * @param name its name in files
 * @param type its type
 * @param nullable whether its value may be null
 */
public record Column(String name, ColumnType type, boolean nullable) {

    /** Checks that null is not a second way to say that an optional is empty. */
    public Column {
        if (nullable && type instanceof OptionalType) {
            throw new IllegalArgumentException("Column " + name + " is an optional and must not be nullable as well");
        }
    }

    String describe() {
        return SchemaText.escaped(name) + ":" + type.describe() + (nullable ? "?" : "");
    }
}
