package dev.batchwright.shard.parquet;

import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.ColumnReads;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartColumns;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.UnitColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file of any maker, whose columns are found by their names. Used by one thread.
 *
 * @param <T> the rows
 */
public final class ParquetRows<T> implements AutoCloseable {

    /** How many rows {@link #next} decodes at once: few at first, in case that only few are wanted, then more and more. */
    private static final int FIRST_ROWS_AHEAD = 16;

    private static final int MOST_ROWS_AHEAD = 1024;

    private final ParquetFile file;
    private final ShardSerializer<T> serializer;
    private final PartColumns columns;
    private final PageDecompressor decompressor = new PageDecompressor();
    private final long size;

    private int nextGroup;
    private @Nullable RowGroupReader group;
    private @Nullable UnitColumns groupColumns;
    private long groupFirst;
    private long row;
    private boolean closed;

    private @Nullable LazyBatch<T> ahead;
    private int aheadAt;
    private int rowsAhead = FIRST_ROWS_AHEAD;

    ParquetRows(ParquetFile file, ShardSerializer<T> serializer, ColumnReads reads) {
        this.file = file;
        this.serializer = serializer;
        this.columns = reads.part(
                file.in().name(), file.checksum(), serializer.schema().columns().size());
        this.size = file.rowGroups().stream().mapToLong(RowGroup::rows).sum();
    }

    /**
     * Opens a file before its first row.
     *
     * @param in the file; closed with the reader
     * @param serializer the serializer of the rows
     * @param <T> the rows
     * @return its rows
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.SourceException if it is damaged, or lacks a column of the row, or has it in a type that does not fit
     */
    public static <T> ParquetRows<T> open(PartInput in, ShardSerializer<T> serializer) throws IOException {
        ParquetFile file = ParquetFile.open(in, Damage.ofSource(in.name()));
        ParquetRows<T> rows = new ParquetRows<>(file, serializer, ColumnReads.fromFiles());
        rows.goToGroup();
        if (rows.group != null) {
            rows.group.checkColumns();
        }
        return rows;
    }

    /**
     * Reads nothing but how many rows each row group of a file has.
     *
     * @param in the file; not closed
     * @return the numbers of rows, in order
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.SourceException if it is damaged
     */
    public static long[] rowGroups(PartInput in) throws IOException {
        ParquetFile file = ParquetFile.open(in, Damage.ofSource(in.name()));
        return file.rowGroups().stream().mapToLong(RowGroup::rows).toArray();
    }

    /**
     * Finds out what the columns of a file are, for rows that no record has been written for.
     *
     * @param in the file; not closed
     * @return a row with all of its columns, in the file's order, each with the narrowest type that all of its values fit into
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.SourceException if it is damaged, or has a column that no row can have
     */
    public static RecordType columns(PartInput in) throws IOException {
        return FileColumns.of(ParquetFile.open(in, Damage.ofSource(in.name())));
    }

    /**
     * The number of rows in the file.
     *
     * @return the number of rows
     */
    public long size() {
        return size;
    }

    /**
     * Where the reader has come to.
     *
     * @return the number, in the file and from 0, of the row that is read next
     */
    public long row() {
        return row;
    }

    /**
     * Goes forward to a row, without decoding what lies between.
     *
     * @param target the row's number in the file, from 0
     * @throws IllegalArgumentException if the row lies behind or after the last
     */
    public void skipTo(long target) {
        if (target < row || target > size) {
            throw new IllegalArgumentException("Row " + target + " does not lie between " + row + " and " + size);
        }
        forgetAhead();
        row = target;
    }

    /**
     * Reads the next row whole.
     *
     * @return the row, or null at the end
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.BatchwrightException if it is damaged, or holds a null where the row may not
     */
    public @Nullable T next() throws IOException {
        LazyBatch<T> batch = ahead;
        if (batch == null || aheadAt == batch.size()) {
            batch = batch(rowsAhead);
            rowsAhead = Math.min(2 * rowsAhead, MOST_ROWS_AHEAD);
            ahead = batch;
            aheadAt = 0;
        }
        if (batch == null) {
            return null;
        }
        try {
            T value = batch.get(aheadAt);
            aheadAt++;
            row++;
            return value;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Reads the next rows lazily: only columns that are touched are read and decoded, when they are.
     *
     * @param maxRows the largest number of rows, at least 1
     * @return the rows, all of one row group, at least one, or null at the end; usable until the reader is closed
     */
    public @Nullable LazyBatch<T> nextBatch(int maxRows) {
        if (maxRows < 1) {
            throw new IllegalArgumentException("A batch has at least one row, not " + maxRows);
        }
        forgetAhead();
        LazyBatch<T> batch = batch(maxRows);
        row += batch == null ? 0 : batch.size();
        return batch;
    }

    ParquetFile file() {
        return file;
    }

    private void forgetAhead() {
        ahead = null;
        rowsAhead = FIRST_ROWS_AHEAD;
    }

    /** The rows from here on, as many as wanted and as the row group still has. */
    private @Nullable LazyBatch<T> batch(int maxRows) {
        UnitColumns current = goToGroup();
        if (current == null || group == null) {
            return null;
        }
        long first = row - groupFirst;
        int count = (int) Math.min(maxRows, group.rows() - first);
        return serializer.batch(current.rows(first, count));
    }

    /** Opens the row group of the next row; null at the end. */
    private @Nullable UnitColumns goToGroup() {
        if (closed) {
            throw new IllegalStateException(file.in().name() + " is closed");
        }
        while (row < size && (group == null || row >= groupFirst + group.rows())) {
            groupFirst += group == null ? 0 : group.rows();
            RowGroup next = file.rowGroups().get(nextGroup);
            group = new RowGroupReader(serializer.schema(), file, next, groupFirst, decompressor, () -> closed);
            groupColumns = columns.unit(nextGroup, group);
            nextGroup++;
        }
        return row < size ? groupColumns : null;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            decompressor.close();
            file.in().close();
        }
    }
}
