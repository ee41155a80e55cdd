package dev.batchwright.shard.parquet;

import dev.batchwright.shard.FooterJson;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes a part: a Parquet file whose metadata says which part it is. */
final class ParquetPartWriter<T> implements PartWriter<T> {

    private final ParquetRowsWriter<T> rows;

    ParquetPartWriter(ParquetRowsWriter<T> rows) {
        this.rows = rows;
    }

    @Override
    public void write(List<T> added) throws IOException {
        rows.write(added);
    }

    @Override
    public long encodedBytes() {
        return rows.encodedBytes();
    }

    @Override
    public long heldBytes() {
        return rows.memoryBytes();
    }

    @Override
    public void relieve() throws IOException {
        rows.relieve();
    }

    @Override
    public void endRows() throws IOException {
        rows.endRows();
    }

    @Override
    public void finish(PartFooter footer) throws IOException {
        if (footer.rows() != rows.rows()) {
            throw new IllegalArgumentException(
                    "The footer says " + footer.rows() + " rows, but " + rows.rows() + " were written");
        }
        rows.finish(Map.of(ParquetFormat.PART_KEY, FooterJson.write(footer)));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
