package dev.batchwright.importer;

import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.text.InvalidValueException;
import dev.batchwright.text.JsonRowReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows for a pipeline, each of which the record must accept. */
final class AcceptedRows<O> implements RowReader<O> {

    private final String name;
    private final RowStream rows;
    private final JsonRowReader<O> reader;
    private long row;

    /** The name is how messages call the source; rows are counted from {@code firstRow} on. */
    AcceptedRows(String name, RowStream rows, ShardSerializer<O> serializer, long firstRow) {
        this.name = name;
        this.rows = rows;
        this.reader = JsonRowReader.of(serializer);
        this.row = firstRow;
    }

    @Override
    public @Nullable O next() throws IOException {
        if (!rows.next()) {
            return null;
        }
        try {
            O value = reader.read(rows.bytes(), 0, rows.length());
            row++;
            return value;
        } catch (InvalidValueException e) {
            throw new SourceException(
                    "Row " + row + " of a split of " + name + ", in " + rows.place() + ": " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
