package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.ColumnChunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the footer of a file says of a row group.
 *
 * @param rows how many rows it has
 * @param chunks its columns, by the names that lead to them
 */
record RowGroup(long rows, Map<List<String>, Chunk> chunks) {

    /** How long its pages are before they are compressed, as far as the footer can be believed. */
    long bytes() {
        return chunks.values().stream()
                .mapToLong(chunk -> Math.max(0, chunk.uncompressedSize()))
                .sum();
    }

    static RowGroup of(dev.batchwright.shaded.parquet.format.RowGroup written, Damage damage) {
        if (written.getNum_rows() < 0) {
            throw damage.because("a row group has " + written.getNum_rows() + " rows");
        }
        Map<List<String>, Chunk> chunks = new HashMap<>();
        for (ColumnChunk column : written.getColumns()) {
            if (column.isSetFile_path() || !column.isSetMeta_data() || column.isSetCrypto_metadata()) {
                throw damage.because("a column lies in another file or is encrypted, which cannot be read");
            }
            Chunk chunk = Chunk.of(column);
            chunks.put(chunk.path(), chunk);
        }
        return new RowGroup(written.getNum_rows(), Map.copyOf(chunks));
    }
}
