package dev.batchwright.io;

import dev.batchwright.RowReader;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.text.InvalidValueException;
import dev.batchwright.text.JsonRowReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Makes a row of each line that is not blank. */
final class JsonLinesReader<O> implements RowReader<O> {

    private final LineReader lines;
    private final JsonRowReader<O> rows;
    private long rowsToSkip;

    JsonLinesReader(LineReader lines, ShardSerializer<O> serializer, long firstRow) {
        this.lines = lines;
        this.rows = JsonRowReader.of(serializer);
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

    private O parse() {
        try {
            return rows.read(lines.bytes(), lines.from(), lines.to());
        } catch (InvalidValueException e) {
            throw lines.failure(String.valueOf(e.getMessage()), rows.position(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
