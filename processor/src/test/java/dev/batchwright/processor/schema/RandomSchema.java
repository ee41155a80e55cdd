package dev.batchwright.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Schemas of every kind, and others that have grown out of them or have become something else. */
final class RandomSchema {

    private static final List<String> SCALARS = List.of(
            "boolean",
            "byte",
            "short",
            "char",
            "int",
            "long",
            "float",
            "double",
            "string",
            "bytes",
            "decimal",
            "uuid",
            "instant",
            "date",
            "date_time",
            "duration");
    private static final List<String> NUMBERS = List.of("byte", "short", "int", "long", "float", "double");
    private static final List<String> ELEMENTS = List.of("boolean", "short", "char", "int", "long", "float", "double");
    private static final List<String> NAMES =
            List.of("a", "b", "c", "d e", "f:g", "h:i,j", "k{}", "l\\m", "n?", "\u00e4");

    private final Random random;

    RandomSchema(Random random) {
        this.random = random;
    }

    SchemaType.Structure record() {
        return record(3);
    }

    private SchemaType.Structure record(int depth) {
        List<SchemaType.Column> columns = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextInt(3) == 0) {
                columns.add(column(name, type(depth)));
            }
        }
        return new SchemaType.Structure(columns);
    }

    private SchemaType.Column column(String name, SchemaType type) {
        boolean nullable = !(type instanceof SchemaType.Maybe) && random.nextInt(3) == 0;
        return new SchemaType.Column(name, type, nullable, Optional.empty());
    }

    private SchemaType type(int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 10);
        return switch (kind) {
            case 0, 1 -> new SchemaType.Single(any(SCALARS));
            case 2 -> new SchemaType.PrimitiveArray(any(ELEMENTS));
            case 3 ->
                new SchemaType.Enumeration(
                        any(List.of("E", "F")), List.of("X", "Y").subList(0, 1 + random.nextInt(2)));
            case 4, 5 -> sequence(type(depth - 1));
            case 6 -> mapping(type(depth - 1));
            case 7 -> maybe(type(depth - 1));
            case 8 -> record(depth - 1);
            default -> union(depth - 1);
        };
    }

    private SchemaType sequence(SchemaType element) {
        boolean nullable = !(element instanceof SchemaType.Maybe) && random.nextBoolean();
        return new SchemaType.Sequence(element, nullable, random.nextBoolean());
    }

    private SchemaType mapping(SchemaType value) {
        return new SchemaType.Mapping(value, !(value instanceof SchemaType.Maybe) && random.nextBoolean());
    }

    private static SchemaType maybe(SchemaType value) {
        return value instanceof SchemaType.Maybe ? value : new SchemaType.Maybe(value);
    }

    private SchemaType union(int depth) {
        return new SchemaType.Union(IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> new SchemaType.Variant("V" + i, record(depth)))
                .toList());
    }

    /** The same record with a few changes, at any depth. */
    SchemaType.Structure changed(SchemaType.Structure record) {
        List<SchemaType.Column> columns = new ArrayList<>();
        for (SchemaType.Column column : record.columns()) {
            switch (random.nextInt(16)) {
                case 0 -> {}
                case 1 ->
                    columns.add(new SchemaType.Column(
                            column.name(),
                            column.type(),
                            !(column.type() instanceof SchemaType.Maybe) && !column.nullable(),
                            Optional.empty()));
                case 2, 3, 4, 5, 6 ->
                    columns.add(new SchemaType.Column(
                            column.name(),
                            changed(column.type(), column.nullable()),
                            column.nullable(),
                            Optional.empty()));
                default -> columns.add(column);
            }
        }
        if (random.nextInt(3) == 0) {
            columns.add(random.nextInt(columns.size() + 1), column("new", type(1)));
        }
        if (random.nextInt(8) == 0 && columns.size() > 1) {
            columns.add(columns.remove(0));
        }
        return new SchemaType.Structure(columns);
    }

    private SchemaType changed(SchemaType type, boolean nullable) {
        if (type instanceof SchemaType.Single) {
            return new SchemaType.Single(any(random.nextInt(4) == 0 ? SCALARS : NUMBERS));
        }
        if (type instanceof SchemaType.PrimitiveArray) {
            return new SchemaType.PrimitiveArray(any(ELEMENTS));
        }
        if (type instanceof SchemaType.Sequence list) {
            SchemaType element = changed(list.element(), list.nullableElements());
            return new SchemaType.Sequence(element, list.nullableElements(), list.distinct());
        }
        if (type instanceof SchemaType.Mapping map) {
            return new SchemaType.Mapping(changed(map.value(), map.nullableValues()), map.nullableValues());
        }
        if (type instanceof SchemaType.Maybe optional) {
            return maybe(changed(optional.value(), true));
        }
        if (type instanceof SchemaType.Structure record) {
            return changed(record);
        }
        if (type instanceof SchemaType.Union union) {
            return new SchemaType.Union(union.variants().stream()
                    .map(variant -> new SchemaType.Variant(variant.name(), changed(variant.record())))
                    .toList());
        }
        SchemaType other = type(1);
        return nullable && other instanceof SchemaType.Maybe optional ? optional.value() : other;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
