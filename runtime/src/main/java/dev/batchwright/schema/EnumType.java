package dev.batchwright.schema;

import java.util.List;

/**
 * An enum, stored by the names of its constants.
 *
 * @param name the enum's simple name
 * @param constants the names of its constants in their order
 */
public record EnumType(String name, List<String> constants) implements ColumnType {

    /** Copies the constants. */
    public EnumType {
        constants = List.copyOf(constants);
    }

    @Override
    public String describe() {
        return "enum " + name + "(" + String.join(",", constants) + ")";
    }
}
