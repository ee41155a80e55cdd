package dev.batchwright.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.utf8.Utf8Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of JSON objects in memory. Used by one thread.
 *
 * @param <T> the rows
 */
public final class JsonRowReader<T> {

    /** A parser keeps the names that it meets, so that a new one takes over after so many bytes. */
    private static final long BYTES_OF_A_PARSER = 8 << 20;

    private final boolean python;
    private final JsonCursor cursor = new JsonCursor();
    private final JsonValueReader values = new JsonValueReader(cursor);
    private final ShardSerializer<T> serializer;
    private LineInput input = new LineInput();
    private @Nullable JsonParser parser;
    private long bytesLeft;
    private int position;

    private JsonRowReader(ShardSerializer<T> serializer, boolean python) {
        this.serializer = serializer;
        this.python = python;
    }

    /**
     * Makes a reader of standard JSON.
     *
     * @param serializer the serializer of the rows
     * @param <T> the rows
     * @return the reader
     */
    public static <T> JsonRowReader<T> of(ShardSerializer<T> serializer) {
        return new JsonRowReader<>(serializer, false);
    }

    /**
     * Makes a reader that also takes what Python writes for what is no number: a bare {@code NaN} or {@code Infinity}.
     *
     * @param serializer the serializer of the rows
     * @param <T> the rows
     * @return the reader
     */
    public static <T> JsonRowReader<T> ofPython(ShardSerializer<T> serializer) {
        return new JsonRowReader<>(serializer, true);
    }

    /**
     * Reads a row that takes all of some bytes.
     *
     * @param bytes hold the object
     * @param from its first byte
     * @param to the byte behind its last
     * @return the row
     * @throws InvalidValueException if the bytes are no object, or not one that the record accepts
     */
    public T read(byte[] bytes, int from, int to) {
        JsonParser current = takeParser(to - from);
        try {
            cursor.begin(current, input, bytes, from, to);
            values.begin();
            T row = serializer.read(values);
            if (!cursor.end()) {
                requireUtf8(bytes, from, to);
            }
            parser = current;
            return row;
        } catch (RuntimeException e) {
            position = cursor.position();
            // What the parser says of other bytes would not help.
            requireUtf8(bytes, from, to);
            throw failure(e);
        }
    }

    /**
     * Takes the parser of the rows before, or a new one if that has kept the names of many bytes. Whoever has come to the end of the
     * row puts it back; where reading ends in any other way, it stands somewhere within the row, and is of no more use.
     */
    private JsonParser takeParser(int bytes) {
        JsonParser taken = parser;
        parser = null;
        if (taken == null || bytesLeft < 0) {
            taken = newParser();
            bytesLeft = BYTES_OF_A_PARSER;
        }
        bytesLeft -= bytes;
        return taken;
    }

    private JsonParser newParser() {
        JsonFactory json = JsonFormat.reading();
        if (python) {
            json.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());
        }
        try {
            input = new LineInput();
            return json.createParser(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How far the row that was refused last had been read, to show what lies around what is wrong.
     *
     * @return a number of bytes from its first one
     */
    public int position() {
        return position;
    }

    private void requireUtf8(byte[] bytes, int from, int to) {
        int invalid = Utf8Scan.indexOfInvalid(bytes, from, to);
        if (invalid >= 0) {
            position = invalid - from;
            throw new InvalidValueException(
                    null,
                    "byte %d of the line, 0x%02x, is not valid UTF-8. Convert the file to UTF-8"
                            .formatted(invalid - from + 1, bytes[invalid]));
        }
    }

    private InvalidValueException failure(RuntimeException e) {
        if (e instanceof InvalidValueException invalid) {
            return invalid;
        }
        if (e instanceof UncheckedIOException wrapper
                && wrapper.getCause() instanceof StreamConstraintsException limit) {
            return new InvalidValueException(null, JsonFormat.LIMITS, limit);
        }
        if (e instanceof UncheckedIOException wrapper && wrapper.getCause() instanceof JsonProcessingException syntax) {
            String problem = "not valid JSON: " + withoutSource(syntax.getOriginalMessage());
            return new InvalidValueException(null, problem, syntax);
        }
        String row = serializer.schema().name();
        return new InvalidValueException(null, "the record " + row + " does not accept these values: " + e, e);
    }

    /** Some messages name a place within the line, in words that only make sense where a parser reads a whole file. */
    private static String withoutSource(String message) {
        return message.replaceAll(" \\([^()]*\\[Source: .*?]\\)", "");
    }
}
