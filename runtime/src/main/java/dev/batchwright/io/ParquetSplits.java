package dev.batchwright.io;

import dev.batchwright.BatchwrightException;
import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.Split;
import dev.batchwright.shard.ChannelPartInput;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.parquet.ParquetRows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row groups of Parquet files as splits. */
final class ParquetSplits {

    private static final String SUFFIX = ".parquet";

    private ParquetSplits() {}

    static List<Split> of(SourceFiles source) {
        List<Split> splits = new ArrayList<>();
        for (Path file : source.files(SUFFIX)) {
            long firstRow = 0;
            for (long rows : rowGroups(file)) {
                if (rows > 0) {
                    splits.add(source.ofRows(file, firstRow, rows));
                }
                firstRow += rows;
            }
        }
        return splits;
    }

    static <O> RowReader<O> open(Path file, Split split, long firstRow, ShardSerializer<O> serializer) {
        PartInput in = input(file);
        try {
            ParquetRows<O> rows = ParquetRows.open(in, serializer);
            rows.skipTo(split.start() + Math.min(firstRow, split.length()));
            return new Rows<>(file, rows, split.start() + split.length());
        } catch (IOException e) {
            throw closing(in, Failures.reading(file, e));
        } catch (RuntimeException e) {
            throw closing(in, e);
        }
    }

    private static PartInput input(Path file) {
        try {
            return new ChannelPartInput(FileChannel.open(file, StandardOpenOption.READ), file.toString());
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
    }

    private static long[] rowGroups(Path file) {
        try (PartInput in = input(file)) {
            return ParquetRows.rowGroups(in);
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
    }

    private static RuntimeException closing(PartInput in, RuntimeException failure) {
        try {
            in.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** The rows of a file up to one. */
    private static final class Rows<O> implements RowReader<O> {

        private final Path file;
        private final ParquetRows<O> rows;
        private final long end;

        private Rows(Path file, ParquetRows<O> rows, long end) {
            this.file = file;
            this.rows = rows;
            this.end = end;
        }

        @Override
        public @Nullable O next() {
            if (rows.row() >= end) {
                return null;
            }
            try {
                return rows.next();
            } catch (IOException e) {
                throw Failures.reading(file, e);
            } catch (BatchwrightException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new SourceException(
                        file + ", row " + rows.row() + ": the record does not accept these values: " + e + ".", e);
            }
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
