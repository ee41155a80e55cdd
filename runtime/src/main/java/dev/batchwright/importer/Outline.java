package dev.batchwright.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON file to its end and keeps what stands around the rows. Of the rows it keeps where they are, so that the largest file
 * takes no more memory than its batches have headers.
 */
final class Outline {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Nothing that is looked for lies deeper. */
    private static final int DEEPEST = 12;

    /** Some bytes each; no run has had as many batches. */
    private static final int MOST_VALUES = 2_000_000;

    /** Names, signatures and paths are shorter. */
    private static final int LONGEST_TEXT = 8_192;

    private final CachedFile file;
    private final String[] placesOfRows;
    private final Deque<String> path = new ArrayDeque<>();
    private int values;

    private Outline(CachedFile file, String... placesOfRows) {
        this.file = file;
        this.placesOfRows = placesOfRows;
    }

    /**
     * Reads a file whose root is an object.
     *
     * @param file the file
     * @param placesOfRows the names that lead to lists of rows, with slashes between them and a star for any name or element;
     *     in their places stand {@link RowList}s
     * @return the object without its rows
     * @throws Unusable if the file does not parse to its end, or is too large even without rows
     */
    static JsonNode read(CachedFile file, String... placesOfRows) throws Unusable {
        try (JsonParser in = JsonFiles.parser(file, 0, file.size())) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable(file, "it does not begin with an object");
            }
            JsonNode root = new Outline(file, placesOfRows).value(in);
            if (in.nextToken() != null) {
                throw unreadable(file, "it goes on behind its end");
            }
            return root;
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, reason(e));
        }
    }

    /**
     * Reads a file of lines, each of which is a row.
     *
     * @param file the file
     * @return where the rows are
     * @throws Unusable if the file does not parse to its end
     */
    static RowList lines(CachedFile file) throws Unusable {
        try (JsonParser in = JsonFiles.parser(file, 0, file.size())) {
            return new Outline(file).rows(in, 0, null);
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, reason(e));
        }
    }

    private JsonNode value(JsonParser in) throws IOException, Unusable {
        if (++values > MOST_VALUES) {
            throw unreadable(file, "it holds more than " + MOST_VALUES + " values beside its rows");
        }
        JsonToken token = in.currentToken();
        if (token.isStructStart() && path.size() == DEEPEST) {
            in.skipChildren();
            return MissingNode.getInstance();
        }
        return switch (token) {
            case START_OBJECT -> object(in);
            case START_ARRAY ->
                standsForRows()
                        ? NODES.pojoNode(rows(in, in.currentTokenLocation().getByteOffset(), JsonToken.END_ARRAY))
                        : array(in);
            case VALUE_STRING -> in.getTextLength() > LONGEST_TEXT ? MissingNode.getInstance() : text(in);
            case VALUE_NUMBER_INT -> number(in);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> MissingNode.getInstance();
        };
    }

    private static JsonNode text(JsonParser in) throws IOException {
        return NODES.textNode(in.getText());
    }

    /** Numbers and sizes; what is no long is neither. */
    private static JsonNode number(JsonParser in) throws IOException {
        return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? MissingNode.getInstance()
                : NODES.numberNode(in.getLongValue());
    }

    private JsonNode object(JsonParser in) throws IOException, Unusable {
        ObjectNode object = NODES.objectNode();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            path.addLast(name);
            if (object.replace(name, value(in)) != null) {
                throw unreadable(file, "the field " + String.join("/", path) + " comes twice");
            }
            path.removeLast();
        }
        return object;
    }

    private JsonNode array(JsonParser in) throws IOException, Unusable {
        ArrayNode array = NODES.arrayNode();
        path.addLast("[]");
        while (in.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(in));
        }
        path.removeLast();
        return array;
    }

    private RowList rows(JsonParser in, long start, @Nullable JsonToken end) throws IOException, Unusable {
        long size = 0;
        boolean areObjects = true;
        while (in.nextToken() != end) {
            long first = in.currentTokenLocation().getByteOffset();
            areObjects &= in.hasToken(JsonToken.START_OBJECT);
            in.skipChildren();
            long last = in.currentLocation().getByteOffset();
            if (last - first > JsonFiles.MAX_ROW_BYTES) {
                throw unreadable(file, "it holds a row of more than " + (JsonFiles.MAX_ROW_BYTES >> 20) + " MiB");
            }
            size++;
        }
        return new RowList(file, start, in.currentLocation().getByteOffset(), size, areObjects);
    }

    private boolean standsForRows() {
        for (String place : placesOfRows) {
            if (leadsTo(place.split("/"))) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsTo(String[] place) {
        if (place.length != path.size()) {
            return false;
        }
        Iterator<String> names = path.iterator();
        for (String expected : place) {
            String name = names.next();
            if (!expected.equals("*") && !expected.equals(name)) {
                return false;
            }
        }
        return true;
    }

    private static Unusable unreadable(CachedFile file, String reason) {
        return new Unusable(ImportProblem.unreadable(file.name(), reason));
    }

    private static String reason(Exception e) {
        if (e instanceof JsonProcessingException syntax) {
            return "it is not JSON to its end: " + syntax.getOriginalMessage();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
