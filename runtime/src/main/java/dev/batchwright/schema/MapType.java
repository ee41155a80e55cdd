package dev.batchwright.schema;

/**
 * A {@code Map} with strings as keys, stored in iteration order.
 *
 * @param value the type of the values
 * @param nullableValues whether a value may be null
 */
public record MapType(ColumnType value, boolean nullableValues) implements ColumnType {

    @Override
    public String describe() {
        return "map<" + value.describe() + (nullableValues ? "?>" : ">");
    }
}
