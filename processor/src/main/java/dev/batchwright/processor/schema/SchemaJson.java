package dev.batchwright.processor.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Schemas as JSON for people to review: a line for each column that is a single value, {@code ?} where it may be null, and whatever
 * holds other values as an object of one member.
 */
final class SchemaJson {

    private SchemaJson() {}

    static Map<String, Object> columns(SchemaType.Structure record) {
        Map<String, Object> json = new LinkedHashMap<>();
        record.columns().forEach(column -> json.put(column.name(), type(column.type(), column.nullable())));
        return json;
    }

    private static Object type(SchemaType type, boolean nullable) {
        String mark = nullable ? "?" : "";
        if (type instanceof SchemaType.Enumeration constants) {
            return Map.of("enum " + constants.name() + mark, constants.constants());
        }
        if (type instanceof SchemaType.Sequence list) {
            return Map.of((list.distinct() ? "set" : "list") + mark, type(list.element(), list.nullableElements()));
        }
        if (type instanceof SchemaType.Mapping map) {
            return Map.of("map" + mark, type(map.value(), map.nullableValues()));
        }
        if (type instanceof SchemaType.Maybe optional) {
            return Map.of("optional" + mark, type(optional.value(), false));
        }
        if (type instanceof SchemaType.Structure record) {
            return Map.of("record" + mark, columns(record));
        }
        if (type instanceof SchemaType.Union union) {
            Map<String, Object> records = new LinkedHashMap<>();
            union.variants().forEach(variant -> records.put(variant.name(), columns(variant.record())));
            return Map.of("union" + mark, records);
        }
        return type.describe() + mark;
    }
}
