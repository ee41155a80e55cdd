package dev.batchwright.io;

import dev.batchwright.Batch;
import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Sources and sinks as users write them, and what an engine does with them. */
final class Steps {

    private Steps() {}

    record ReadJson<T>(Path path, ShardSerializer<T> rows, long splitBytes) implements JsonLinesSource<T> {}

    record WriteJson<T>(Path directory, ShardSerializer<T> rows, String suffix) implements JsonLinesSink<T> {}

    record ReadCsv<T>(Path path, ShardSerializer<T> rows, CsvFormat format, long splitBytes) implements CsvSource<T> {}

    record WriteCsv<T>(Path directory, ShardSerializer<T> rows, CsvFormat format) implements CsvSink<T> {}

    record Line(String file, long offset, String text) {}

    record ReadText(Path path, long splitBytes) implements TextLinesSource<Line> {

        @Override
        public Line row(String file, long offset, String line) {
            return new Line(file, offset, line);
        }
    }

    static JsonLinesSource<Review> readReviews(Path path) {
        return new ReadJson<>(path, new ReviewSerializer(), 1 << 20);
    }

    /** Reads all splits of a source from a row of each on. */
    static <T> List<T> readFrom(long firstRow, Source<T> source) throws Exception {
        List<T> rows = new ArrayList<>();
        for (Split split : source.splits()) {
            try (RowReader<T> reader = source.open(split, firstRow)) {
                for (T row = reader.next(); row != null; row = reader.next()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    static <T> List<T> read(Source<T> source) throws Exception {
        return readFrom(0, source);
    }

    static <T> Batch<T> batch(List<T> rows) {
        return new HeldBatch<>(rows);
    }

    private static final class HeldBatch<T> extends AbstractList<T> implements Batch<T> {

        private final List<T> rows;

        HeldBatch(List<T> rows) {
            this.rows = rows;
        }

        @Override
        public T get(int row) {
            return rows.get(row);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public long bytes() {
            return 0;
        }
    }
}
