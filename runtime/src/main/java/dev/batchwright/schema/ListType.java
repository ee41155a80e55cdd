package dev.batchwright.schema;

/**
 * A {@code List} or a {@code Set}; a set is stored as the list of its elements in iteration order.
 *
 * @param element the type of the elements
 * @param nullableElements whether an element may be null
 * @param distinct true for a set
 */
public record ListType(ColumnType element, boolean nullableElements, boolean distinct) implements ColumnType {

    @Override
    public String describe() {
        return (distinct ? "set<" : "list<") + element.describe() + (nullableElements ? "?>" : ">");
    }
}
