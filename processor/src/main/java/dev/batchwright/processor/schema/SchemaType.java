package dev.batchwright.processor.schema;

import dev.batchwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a value is stored, without the Java types around it: the counterpart of {@code dev.batchwright.schema.ColumnType}. */
sealed interface SchemaType {

    /** The type as text, the same as {@code ColumnType.describe()}. */
    String describe();

    /** A single value, by the runtime's name of its type. */
    record Single(String name) implements SchemaType {

        @Override
        public String describe() {
            return name;
        }
    }

    /** An array of primitives. */
    record PrimitiveArray(String element) implements SchemaType {

        @Override
        public String describe() {
            return "array<" + element + ">";
        }
    }

    /** An enum, whose name counts. */
    record Enumeration(String name, List<String> constants) implements SchemaType {

        @Override
        public String describe() {
            return "enum " + name + "(" + String.join(",", constants) + ")";
        }
    }

    /** A list, or a set where {@code distinct}. */
    record Sequence(SchemaType element, boolean nullableElements, boolean distinct) implements SchemaType {

        @Override
        public String describe() {
            return (distinct ? "set<" : "list<") + element.describe() + (nullableElements ? "?>" : ">");
        }
    }

    /** A map with strings as keys. */
    record Mapping(SchemaType value, boolean nullableValues) implements SchemaType {

        @Override
        public String describe() {
            return "map<" + value.describe() + (nullableValues ? "?>" : ">");
        }
    }

    /** An optional. */
    record Maybe(SchemaType value) implements SchemaType {

        @Override
        public String describe() {
            return "optional<" + value.describe() + ">";
        }
    }

    /** A record, whose name does not count. */
    record Structure(List<Column> columns) implements SchemaType {

        @Override
        public String describe() {
            return columns.stream().map(Column::describe).collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** A sealed interface of records, whose names count. */
    record Union(List<Variant> variants) implements SchemaType {

        @Override
        public String describe() {
            return variants.stream()
                    .map(variant -> variant.name() + variant.record().describe())
                    .collect(Collectors.joining("|", "union(", ")"));
        }
    }

    /** One of the records of a sealed interface. */
    record Variant(String name, Structure record) {}

    /**
     * A column.
     *
     * @param name its name in files
     * @param type its type
     * @param nullable whether it may be null
     * @param place where it is declared; empty of one that was written down
     */
    record Column(String name, SchemaType type, boolean nullable, Optional<Place> place) {

        String describe() {
            return escaped(name) + ":" + type.describe() + (nullable ? "?" : "");
        }

        /** As the runtime does it: only what would be mistaken for the columns after it is marked. */
        private static String escaped(String name) {
            int colon = name.indexOf(':');
            boolean isPlain = name.indexOf('{') < 0
                    && name.indexOf('}') < 0
                    && name.indexOf('\\') < 0
                    && (colon < 0 || name.indexOf(',', colon) < 0);
            return isPlain ? name : name.replaceAll("[\\\\{},:]", "\\\\$0");
        }
    }
}
