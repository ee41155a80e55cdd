package dev.batchwright.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.batchwright.text.JsonFormat;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

/**
 * Whether a row in JSON and a row of a Parquet file are the same row. A column of a Parquet file has one type, so that a whole number
 * may have become a fraction in it, and what was missing in one row may have become null.
 */
final class SameRow {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(JsonFormat.reading()).build();

    private SameRow() {}

    static boolean test(byte[] one, int oneLength, byte[] other, int otherLength) throws IOException {
        return same(MAPPER.readTree(one, 0, oneLength), MAPPER.readTree(other, 0, otherLength));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            boolean bothWhole = one.isIntegralNumber() && other.isIntegralNumber();
            return bothWhole ? one.equals(other) : Double.compare(one.doubleValue(), other.doubleValue()) == 0;
        }
        if (one.isObject() && other.isObject()) {
            return sameFields(one, other) && restIsNull(one, other);
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size() && sameElements(one, other);
        }
        return one.equals(other);
    }

    private static boolean sameFields(JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> field : other.properties()) {
            JsonNode value = one.get(field.getKey());
            if (value == null ? !field.getValue().isNull() : !same(value, field.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean restIsNull(JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            if (!other.has(field.getKey()) && !field.getValue().isNull()) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameElements(JsonNode one, JsonNode other) {
        Iterator<JsonNode> others = other.iterator();
        for (JsonNode element : one) {
            if (!same(element, others.next())) {
                return false;
            }
        }
        return true;
    }
}
