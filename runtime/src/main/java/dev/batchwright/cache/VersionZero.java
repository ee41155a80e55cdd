package dev.batchwright.cache;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.batchwright.CacheException;
import dev.batchwright.shard.PartInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The one file of a cache of version 0, which holds the rows of all steps as JSON. It is read once from its beginning to its end, in
 * memory for one row. Where a row begins and ends is found by Jackson, which is shown each byte as a character, so that it counts
 * bytes and keeps no names; the bytes of the row are then read as they are.
 *
 * <p>{@code docs/cache-versions.md} lays the file out.
 */
public final class VersionZero {

    /** The name of the file. */
    public static final String FILE = "batch-manager.json";

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NAME = 1 << 20;
    private static final int LONGEST_ROW = 1 << 30;

    private final PartInput file;
    private final Steps steps;
    private byte[] row = new byte[1 << 12];

    private VersionZero(PartInput file, Steps steps) {
        this.file = file;
        this.steps = steps;
    }

    /** Is told of the steps of a file in their order there. */
    @FunctionalInterface
    public interface Steps {

        /**
         * The rows of a step follow.
         *
         * @param step its name
         * @param isFinished whether these are all of its rows
         * @return takes the rows; null to pass over them
         * @throws IOException if it cannot take any
         */
        @Nullable
        Rows begin(String step, boolean isFinished) throws IOException;
    }

    /** Takes the rows of a step. */
    public interface Rows {

        /**
         * Takes a row.
         *
         * @param bytes hold it from the first byte on, as JSON in UTF-8; overwritten by the next one
         * @param length its length; -1 if it is too long to be read
         * @throws IOException if it cannot be kept
         */
        void add(byte[] bytes, int length) throws IOException;

        /**
         * No row follows.
         *
         * @throws IOException if the rows cannot be kept
         */
        void end() throws IOException;
    }

    /** Reads a file. */
    static void read(PartInput file, String pipeline, Steps steps) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NAME)
                        .maxStringLength(LONGEST_NAME)
                        .build())
                .build();
        InputStreamReader bytes = new InputStreamReader(
                new BufferedInputStream(new PartInputStream(file), BUFFER), StandardCharsets.ISO_8859_1);
        try (JsonParser json = factory.createParser(bytes)) {
            new VersionZero(file, steps).readFile(json, pipeline);
        } catch (JacksonException e) {
            throw unreadable(
                    file, e.getOriginalMessage() + " at byte " + e.getLocation().getCharOffset(), e);
        }
    }

    private static CacheException unreadable(PartInput file, String what, @Nullable Exception cause) {
        return new CacheException(
                file.name() + " of the cache cannot be read: " + what
                        + ". Nothing was taken over. Restore the file, or compute its rows again:"
                        + " RunOptions.rowsOfVersion0(OldRows.RECOMPUTE).",
                cause);
    }

    private void readFile(JsonParser json, String pipeline) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "it does not begin with an object");
        boolean isVersion0 = false;
        boolean isOfPipeline = false;
        boolean hasSteps = false;
        for (String name = nextName(json); name != null; name = nextName(json)) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "formatVersion" -> isVersion0 = value == JsonToken.VALUE_NUMBER_INT && json.getLongValue() == 0;
                case "pipeline" ->
                    isOfPipeline = value == JsonToken.VALUE_STRING && text(json).equals(pipeline);
                case "steps" -> {
                    require(isVersion0, "its formatVersion is not 0, or does not come before its steps");
                    require(isOfPipeline, "its pipeline is not " + pipeline + ", or does not come before its steps");
                    require(value == JsonToken.START_OBJECT && !hasSteps, "its steps are not one object");
                    hasSteps = true;
                    readSteps(json);
                }
                default -> json.skipChildren();
            }
        }
        require(hasSteps, "it has no steps");
        require(json.nextToken() == null, "something follows the object");
    }

    private void readSteps(JsonParser json) throws IOException {
        for (String step = nextName(json); step != null; step = nextName(json)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "its step " + step + " is not an object");
            boolean isFinished = false;
            boolean hasRows = false;
            for (String name = nextName(json); name != null; name = nextName(json)) {
                JsonToken value = json.nextToken();
                switch (name) {
                    case "finished" -> {
                        require(!hasRows, "its step " + step + " says only after its rows whether it is finished");
                        isFinished = value == JsonToken.VALUE_TRUE;
                    }
                    case "rows" -> {
                        require(
                                value == JsonToken.START_ARRAY && !hasRows,
                                "the rows of its step " + step + " are not one list");
                        hasRows = true;
                        readRows(json, steps.begin(step, isFinished));
                    }
                    default -> json.skipChildren();
                }
            }
        }
    }

    private void readRows(JsonParser json, @Nullable Rows rows) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            long begin = json.currentTokenLocation().getCharOffset();
            json.skipChildren();
            if (rows != null && json.currentToken() != JsonToken.END_OBJECT) {
                rows.add(row, 0);
            } else if (rows != null) {
                long length = json.currentLocation().getCharOffset() - begin;
                rows.add(row, load(begin, length));
            }
        }
        if (rows != null) {
            rows.end();
        }
    }

    private int load(long begin, long length) throws IOException {
        if (length > LONGEST_ROW) {
            return -1;
        }
        if (row.length < length) {
            row = new byte[(int) length];
        }
        file.readFully(begin, row, 0, (int) length);
        return (int) length;
    }

    /** The next name of an object, or null at its end. */
    private static @Nullable String nextName(JsonParser json) throws IOException {
        String name = json.nextFieldName();
        return name == null ? null : decoded(name);
    }

    private static String text(JsonParser json) throws IOException {
        return decoded(json.getText());
    }

    private static String decoded(String bytes) {
        // A character that is no byte comes from an escape; names are not written with escapes and letters beyond ASCII
        // both.
        return bytes.chars().allMatch(character -> character < 256)
                ? new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : bytes;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw unreadable(file, what, null);
        }
    }
}
