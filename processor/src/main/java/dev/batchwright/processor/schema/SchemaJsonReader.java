package dev.batchwright.processor.schema;

import dev.batchwright.processor.model.ScalarKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what {@link SchemaJson} has written, and believes nothing. */
final class SchemaJsonReader {

    private static final Set<String> SCALARS = Arrays.stream(ScalarKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private static final String ENUM = "enum ";

    /** A type, and whether its value may be null. */
    private record Marked(SchemaType type, boolean nullable) {}

    private SchemaJsonReader() {}

    static SchemaType.Structure columns(Object json, String path) throws MalformedSchemaException {
        List<SchemaType.Column> columns = new ArrayList<>();
        for (Map.Entry<?, ?> column : object(json, path).entrySet()) {
            String name = column.getKey().toString();
            Marked type = type(column.getValue(), path.isEmpty() ? name : path + "." + name);
            columns.add(new SchemaType.Column(name, type.type(), type.nullable(), Optional.empty()));
        }
        return new SchemaType.Structure(columns);
    }

    private static Marked type(Object json, String path) throws MalformedSchemaException {
        if (json instanceof String text) {
            boolean nullable = text.endsWith("?");
            return new Marked(single(withoutMark(text), path), nullable);
        }
        Map<?, ?> object = object(json, path);
        if (object.size() != 1) {
            throw new MalformedSchemaException(
                    "the type of " + path + " has " + object.size() + " names instead of one");
        }
        Map.Entry<?, ?> only = object.entrySet().iterator().next();
        String kind = only.getKey().toString();
        return new Marked(composite(withoutMark(kind), only.getValue(), path), kind.endsWith("?"));
    }

    private static String withoutMark(String text) {
        return text.endsWith("?") ? text.substring(0, text.length() - 1) : text;
    }

    private static SchemaType single(String text, String path) throws MalformedSchemaException {
        if (SCALARS.contains(text)) {
            return new SchemaType.Single(text);
        }
        boolean isArray = text.startsWith("array<") && text.endsWith(">");
        String element = isArray ? text.substring("array<".length(), text.length() - 1) : "";
        if (SCALARS.contains(element)) {
            return new SchemaType.PrimitiveArray(element);
        }
        throw unknown(text, path);
    }

    private static SchemaType composite(String kind, Object json, String path) throws MalformedSchemaException {
        if (kind.startsWith(ENUM)) {
            return new SchemaType.Enumeration(kind.substring(ENUM.length()), constants(json, path));
        }
        switch (kind) {
            case "list", "set" -> {
                Marked element = type(json, path + "[]");
                return new SchemaType.Sequence(element.type(), element.nullable(), kind.equals("set"));
            }
            case "map" -> {
                Marked value = type(json, path + "{}");
                return new SchemaType.Mapping(value.type(), value.nullable());
            }
            case "optional" -> {
                return new SchemaType.Maybe(type(json, path).type());
            }
            case "record" -> {
                return columns(json, path);
            }
            case "union" -> {
                return union(json, path);
            }
            default -> throw unknown(kind, path);
        }
    }

    private static SchemaType union(Object json, String path) throws MalformedSchemaException {
        List<SchemaType.Variant> variants = new ArrayList<>();
        for (Map.Entry<?, ?> variant : object(json, path).entrySet()) {
            String name = variant.getKey().toString();
            variants.add(new SchemaType.Variant(name, columns(variant.getValue(), path + "." + name)));
        }
        return new SchemaType.Union(variants);
    }

    private static List<String> constants(Object json, String path) throws MalformedSchemaException {
        if (!(json instanceof List<?> list)) {
            throw new MalformedSchemaException("the constants of " + path + " are not in a list");
        }
        return list.stream().map(String::valueOf).toList();
    }

    private static Map<?, ?> object(Object json, String path) throws MalformedSchemaException {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedSchemaException(
                path.isEmpty() ? "'columns' is not an object" : "the type of " + path + " is not an object");
    }

    private static MalformedSchemaException unknown(String type, String path) {
        return new MalformedSchemaException("'" + type + "', the type of " + path + ", is no type of a column");
    }
}
