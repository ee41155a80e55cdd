package dev.batchwright.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a file, whose fields are asked for by type: one of another type makes the file unreadable, as it then is not what it
 * seems to be.
 *
 * @param file the file
 * @param node the object
 * @param place what leads to it, for messages
 */
record Fields(CachedFile file, JsonNode node, String place) {

    static Fields of(CachedFile file, JsonNode node) {
        return new Fields(file, node, "");
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** A name or a signature; null if there is none. */
    @Nullable
    String text(String name) throws Unusable {
        JsonNode value = present(name);
        if (value != null && !value.isTextual()) {
            throw wrong(name, "text");
        }
        return value == null ? null : value.textValue();
    }

    /** A number of something. */
    long count(String name) throws Unusable {
        JsonNode value = present(name);
        if (value == null || !value.isIntegralNumber() || value.longValue() < 0) {
            throw wrong(name, "a whole number from 0 on");
        }
        return value.longValue();
    }

    /** An object, empty if it is missing. */
    Fields object(String name) throws Unusable {
        Fields object = objectOrNull(name);
        return object == null ? new Fields(file, JsonNodeFactory.instance.objectNode(), place + "/" + name) : object;
    }

    /** An object; null if it is missing. */
    @Nullable
    Fields objectOrNull(String name) throws Unusable {
        JsonNode value = present(name);
        if (value != null && !value.isObject()) {
            throw wrong(name, "an object");
        }
        return value == null ? null : new Fields(file, value, place + "/" + name);
    }

    /** The names of the fields, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A list of paths. */
    List<String> texts(String name) throws Unusable {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(name)) {
            if (!value.isTextual()) {
                throw wrong(name, "a list of texts");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    /** A list of objects. */
    List<Fields> objects(String name) throws Unusable {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode value : list(name)) {
            if (!value.isObject()) {
                throw wrong(name, "a list of objects");
            }
            objects.add(new Fields(file, value, place + "/" + name + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /** A list of lists of rows; empty if it is missing. */
    List<RowList> rowLists(String name) throws Unusable {
        List<RowList> lists = new ArrayList<>();
        for (JsonNode value : list(name)) {
            lists.add(rows(name, value));
        }
        return lists;
    }

    /** A list of rows. */
    RowList rows(String name) throws Unusable {
        JsonNode value = node.get(name);
        if (value == null) {
            throw wrong(name, "a list of rows");
        }
        return rows(name, value);
    }

    private RowList rows(String name, JsonNode value) throws Unusable {
        if (value instanceof POJONode held && held.getPojo() instanceof RowList rows && rows.areObjects()) {
            return rows;
        }
        throw wrong(name, "a list of rows");
    }

    /** For each of several steps a list of number and size of batches, in order. */
    Map<String, List<Source>> sources(String name) throws Unusable {
        Map<String, List<Source>> sources = new LinkedHashMap<>();
        Fields object = object(name);
        for (String step : object.names()) {
            List<Source> ofStep = new ArrayList<>();
            for (JsonNode pair : object.list(step)) {
                JsonNode number = pair.path(0);
                JsonNode size = pair.path(1);
                if (!number.isIntegralNumber() || !size.isIntegralNumber() || size.longValue() < 0) {
                    throw object.wrong(step, "a list of numbers and sizes of batches");
                }
                ofStep.add(new Source(number.longValue(), size.longValue()));
            }
            sources.put(step, ofStep);
        }
        return sources;
    }

    private Iterable<JsonNode> list(String name) throws Unusable {
        JsonNode value = present(name);
        if (value != null && !value.isArray()) {
            throw wrong(name, "a list");
        }
        return value == null ? List.of() : value;
    }

    private @Nullable JsonNode present(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    Unusable wrong(String name, String expected) {
        String where = (place + "/" + name).substring(1);
        return new Unusable(ImportProblem.unreadable(file.name(), "its field " + where + " is not " + expected));
    }

    /**
     * A batch that rows were made of.
     *
     * @param number its number
     * @param size how many rows it had
     */
    record Source(long number, long size) {}
}
