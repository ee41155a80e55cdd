package dev.batchwright.schema;

/**
 * An {@code Optional}, stored as a value or a null.
 *
 * @param value the type of the value; not itself an optional
 */
public record OptionalType(ColumnType value) implements ColumnType {

    /** Checks that an empty optional can be told from one that holds an empty optional. */
    public OptionalType {
        if (value instanceof OptionalType) {
            throw new IllegalArgumentException("An optional of an optional cannot be stored");
        }
    }

    @Override
    public String describe() {
        return "optional<" + value.describe() + ">";
    }
}
