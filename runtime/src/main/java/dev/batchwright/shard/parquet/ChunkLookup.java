package dev.batchwright.shard.parquet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/** The column chunks of one row group, by the paths of their columns. */
final class ChunkLookup {

    private final ParquetFile file;
    private final long rows;
    private final PageDecompressor decompressor;
    private final Map<List<String>, ColumnChunkMetaData> chunks = new HashMap<>();

    ChunkLookup(ParquetFile file, BlockMetaData rowGroup, PageDecompressor decompressor) {
        this.file = file;
        this.rows = rowGroup.getRowCount();
        this.decompressor = decompressor;
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
            chunks.put(List.of(chunk.getPath().toArray()), chunk);
        }
    }

    MessageType schema() {
        return file.schema();
    }

    Damage damage() {
        return file.damage();
    }

    /** The pages of a column, from the first on. */
    ChunkPages pages(List<String> path) {
        ColumnChunkMetaData chunk = chunks.get(path);
        if (chunk == null) {
            throw damage().because("a row group lacks the column " + String.join(".", path));
        }
        return new ChunkPages(
                file, schema().getColumnDescription(path.toArray(new String[0])), chunk, rows, decompressor);
    }
}
