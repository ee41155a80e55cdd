package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.schema.MessageType;
import java.util.List;

/**
 * The columns of one row group.
 *
 * @param file the file
 * @param rowGroup the row group
 * @param decompressor decompresses its pages
 */
record ChunkLookup(ParquetFile file, RowGroup rowGroup, PageDecompressor decompressor) {

    MessageType schema() {
        return file.schema();
    }

    ColumnMeanings meanings() {
        return file.meanings();
    }

    Damage damage() {
        return file.damage();
    }

    /** The pages of a column, from the first on. */
    ChunkPages pages(List<String> path) {
        Chunk chunk = rowGroup.chunks().get(path);
        if (chunk == null) {
            throw damage().because("a row group lacks the column " + String.join(".", path));
        }
        return new ChunkPages(
                file, schema().getColumnDescription(path.toArray(new String[0])), chunk, rowGroup.rows(), decompressor);
    }
}
