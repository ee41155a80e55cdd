package dev.batchwright.io;

import dev.batchwright.RowReader;
import dev.batchwright.Split;
import dev.batchwright.shard.ShardSerializer;

/**
 * A source that reads JSON Lines: one JSON object a line, each a row. Blank lines are skipped.
 *
 * <pre>{@code
 * @Step
 * public record ReadReviews(Path path) implements JsonLinesSource<Review> {
 *     @Override public ShardSerializer<Review> rows() { return ReviewShardSerializer.INSTANCE; }
 * }
 * }</pre>
 *
 * <p>The fields of an object may come in any order. Fields that the row does not have are skipped. A field may be missing or null
 * where its column is nullable or an optional, and nowhere else; a field that comes twice is an error. Numbers must fit their
 * column. Times are ISO-8601 text, {@code byte[]} is Base64, decimals are numbers or text, {@code char} is text of one character, a
 * value of a sealed interface is an object with one field that bears the name of the record, and {@code NaN} and
 * {@code Infinity} are text. Every error names the file, the line, the column, what was expected and what was found.
 *
 * @param <O> the rows it makes
 */
public interface JsonLinesSource<O> extends FileSource<O> {

    /**
     * How rows are read.
     *
     * @return the generated serializer of the row
     */
    ShardSerializer<O> rows();

    @Override
    default RowReader<O> open(Split split, long firstRow) throws Exception {
        LineReader lines = new LineReader(new SourceFiles(path()).open(split), maxLineBytes());
        return new JsonLinesReader<>(lines, rows(), firstRow);
    }
}
