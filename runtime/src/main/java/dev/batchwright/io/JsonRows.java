package dev.batchwright.io;

import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.text.Excerpt;
import dev.batchwright.text.InvalidValueException;
import dev.batchwright.text.JsonRowReader;
import dev.batchwright.text.SurrogatePairs;
import java.nio.charset.StandardCharsets;

/**
 * Makes a row of each text that is a JSON object, by the same rules as {@link JsonLinesSource}. It is for steps that parse lines
 * themselves, so that a line which is no row can be put aside, where a source would end the run:
 *
 * <pre>{@code
 * @Step(onError = OnError.QUARANTINE, maxBadRatio = 0.001)
 * public record ParseReviews() implements MapStep<Line, Review> {
 *     private static final JsonRows<Review> REVIEWS = JsonRows.of(ReviewShardSerializer.INSTANCE);
 *
 *     @Override public Review map(Line line) { return REVIEWS.parse(line.text()); }
 * }
 * }</pre>
 *
 * <p>Any number of threads may use one at once.
 *
 * @param <T> the rows
 */
public final class JsonRows<T> {

    private final ThreadLocal<JsonRowReader<T>> readers;

    private JsonRows(ShardSerializer<T> rows) {
        this.readers = ThreadLocal.withInitial(() -> JsonRowReader.of(rows));
    }

    /**
     * Says what a row is.
     *
     * @param rows the serializer of the rows
     * @param <T> the rows
     * @return what parses them
     */
    public static <T> JsonRows<T> of(ShardSerializer<T> rows) {
        return new JsonRows<>(rows);
    }

    /**
     * Makes a row.
     *
     * @param json an object, with blanks around it or without
     * @return the row, not null
     * @throws IllegalArgumentException if the text is no object, or not one that the record accepts; the message names the column,
     *     what was expected and what was found, and shows the text around it
     */
    public T parse(String json) {
        if (SurrogatePairs.indexOfHalf(json) >= 0) {
            throw new IllegalArgumentException("The text has half of a surrogate pair. The text: " + Excerpt.of(json));
        }
        JsonRowReader<T> reader = readers.get();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            return reader.read(bytes, 0, bytes.length);
        } catch (InvalidValueException e) {
            String excerpt = Excerpt.of(bytes, 0, bytes.length, reader.position());
            throw new IllegalArgumentException(e.getMessage() + ". The text: " + excerpt, e);
        }
    }
}
