package dev.batchwright.importer;

import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.text.InvalidValueException;
import dev.batchwright.text.JsonRowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a step that a cache still holds, in the order in which the step put them out. They are read as they are asked for: one
 * file is open and one row is held. Used by one thread; to be closed.
 *
 * @param <O> the rows
 */
public final class ImportedRows<O> implements RowReader<O> {

    private static final int MOST_LISTED = 100;

    private final RowStream rows;
    private final Maker<O> maker;
    private final List<UnmappedRow> unmapped = new ArrayList<>();
    private long unmappedCount;
    private long row;
    private boolean closed;

    /** Makes a row of the line of JSON that was read last. */
    @FunctionalInterface
    private interface Maker<O> {

        O make(RowStream rows);
    }

    private ImportedRows(List<Piece> pieces, Maker<O> maker) {
        this.rows = RowStream.of(pieces, 0);
        this.maker = maker;
    }

    static ImportedRows<String> json(List<Piece> pieces) {
        return new ImportedRows<>(pieces, RowStream::text);
    }

    static <O> ImportedRows<O> typed(List<Piece> pieces, ShardSerializer<O> serializer) {
        JsonRowReader<O> reader = JsonRowReader.of(serializer);
        return new ImportedRows<>(pieces, rows -> reader.read(rows.bytes(), 0, rows.length()));
    }

    /**
     * Reads the next row that could be mapped.
     *
     * @return the row, or null at the end
     * @throws SourceException if a file has changed or cannot be read any more
     */
    @Override
    public @Nullable O next() {
        if (closed) {
            throw new IllegalStateException("These rows are closed");
        }
        while (advance()) {
            try {
                return maker.make(rows);
            } catch (InvalidValueException e) {
                add(new UnmappedRow(row, e.column(), e.problem()));
            } finally {
                row++;
            }
        }
        return null;
    }

    private boolean advance() {
        try {
            return rows.next();
        } catch (IOException e) {
            throw new SourceException("Row " + row + " of the cache cannot be read: " + e + ".", e);
        }
    }

    private void add(UnmappedRow problem) {
        unmappedCount++;
        if (unmapped.size() < MOST_LISTED) {
            unmapped.add(problem);
        }
    }

    /**
     * The first hundred of the rows so far that the record does not accept.
     *
     * @return what is wrong with each
     */
    public List<UnmappedRow> unmapped() {
        return List.copyOf(unmapped);
    }

    /**
     * How many of the rows so far the record does not accept.
     *
     * @return the number of rows
     */
    public long unmappedCount() {
        return unmappedCount;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        rows.close();
    }
}
