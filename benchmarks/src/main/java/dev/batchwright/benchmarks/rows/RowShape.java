package dev.batchwright.benchmarks.rows;

import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A kind of row, with values to measure with. The same number of rows is the same rows each time.
 *
 * @param name what it is called
 * @param serializer stores it
 * @param values opens the values, of which the n-th row is asked for once, in order
 * @param digest takes a little of each component of a row, so that a reader has to make it, and a wrong one shows
 * @param <T> the rows
 */
public record RowShape<T>(String name, ShardSerializer<T> serializer, Values<T> values, ToLongFunction<T> digest) {

    /** Where the values of a shape come from. */
    @FunctionalInterface
    public interface Values<T> {

        /** Opens the values anew; the corpus is the jar with the text. */
        LongFunction<T> open(Path corpus) throws IOException;
    }

    /** The class of the rows. */
    public Class<T> type() {
        return serializer.rowType();
    }

    /** Makes rows. */
    public List<T> rows(int count, Path corpus) throws IOException {
        LongFunction<T> next = values.open(corpus);
        List<T> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(next.apply(i));
        }
        return rows;
    }

    /** What the digests of rows come to. */
    public long digestOf(List<T> rows) {
        return rows.stream().mapToLong(digest).sum();
    }
}
