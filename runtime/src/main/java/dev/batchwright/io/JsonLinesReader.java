package dev.batchwright.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Makes a row of each line that is not blank. */
final class JsonLinesReader<O> implements RowReader<O> {

    /** A factory keeps the names that its parsers meet, so that a new one takes over after so many bytes of lines. */
    private static final long BYTES_OF_A_FACTORY = 8 << 20;

    private JsonFactory json = JsonFormat.reading();
    private long bytesLeft = BYTES_OF_A_FACTORY;
    private final JsonCursor cursor = new JsonCursor();
    private final JsonValueReader values = new JsonValueReader(cursor);
    private final LineReader lines;
    private final ShardSerializer<O> serializer;
    private long rowsToSkip;

    JsonLinesReader(LineReader lines, ShardSerializer<O> serializer, long firstRow) {
        this.lines = lines;
        this.serializer = serializer;
        this.rowsToSkip = firstRow;
    }

    @Override
    public @Nullable O next() throws IOException {
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            if (rowsToSkip == 0) {
                return parse();
            }
            rowsToSkip--;
        }
        return null;
    }

    private O parse() throws IOException {
        int length = lines.to() - lines.from();
        if (bytesLeft < 0) {
            json = JsonFormat.reading();
            bytesLeft = BYTES_OF_A_FACTORY;
        }
        bytesLeft -= length;
        try (JsonParser parser = json.createParser(lines.bytes(), lines.from(), length)) {
            return parse(parser);
        }
    }

    private O parse(JsonParser parser) {
        try {
            cursor.begin(parser, lines.bytes(), lines.from(), lines.to());
            values.begin();
            O row = serializer.read(values);
            if (!cursor.end()) {
                lines.requireUtf8();
            }
            return row;
        } catch (RuntimeException e) {
            // What the parser says of other bytes would not help.
            lines.requireUtf8();
            throw failure(e);
        }
    }

    private SourceException failure(RuntimeException e) {
        int around = cursor.position();
        if (e instanceof InvalidValueException) {
            return lines.failure(String.valueOf(e.getMessage()), around, e);
        }
        if (e instanceof UncheckedIOException wrapper
                && wrapper.getCause() instanceof StreamConstraintsException limit) {
            return lines.failure(JsonFormat.LIMITS, around, limit);
        }
        if (e instanceof UncheckedIOException wrapper && wrapper.getCause() instanceof JsonProcessingException syntax) {
            return lines.failure("not valid JSON: " + withoutSource(syntax.getOriginalMessage()), around, syntax);
        }
        String row = serializer.schema().name();
        return lines.failure("the record " + row + " does not accept these values: " + e, around, e);
    }

    /** Some messages name a place within the line, in words that only make sense where a parser reads a whole file. */
    private static String withoutSource(String message) {
        return message.replaceAll(" \\([^()]*\\[Source: .*?]\\)", "");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
