package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.Version;
import dev.batchwright.shaded.parquet.format.ColumnChunk;
import dev.batchwright.shaded.parquet.format.FileMetaData;
import dev.batchwright.shaded.parquet.format.KeyValue;
import dev.batchwright.shaded.parquet.format.RowGroup;
import dev.batchwright.shaded.parquet.format.Util;
import dev.batchwright.shaded.parquet.schema.MessageType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a file together: magic number, row groups, page indexes, footer. parquet-java's {@code ParquetFileWriter} does the same, but
 * loads a geometry library for each column, whatever its type, which would have to come with us for nothing.
 */
final class FileAssembler {

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    /** Of the format as a whole; what is newer, such as the second kind of pages, does not raise it. */
    private static final int FORMAT_VERSION = 1;

    private final FileOutput out;
    private final MessageType schema;
    private final List<RowGroup> rowGroups = new ArrayList<>();
    private final List<ChunkAssembler> chunks = new ArrayList<>();
    private long rows;

    FileAssembler(OutputStream file, MessageType schema) throws IOException {
        this.out = new FileOutput(file);
        this.schema = schema;
        out.write(MAGIC);
    }

    /** How many bytes have been written. */
    long position() {
        return out.position();
    }

    /** Writes a row group, whose columns are full. */
    void writeRowGroup(List<LeafWriter> leaves, long groupRows, PageCompressor compressor) throws IOException {
        long start = out.position();
        long uncompressedSize = 0;
        List<ColumnChunk> columns = new ArrayList<>();
        for (LeafWriter leaf : leaves) {
            ChunkAssembler chunk = new ChunkAssembler(out, leaf.column());
            chunk.write(leaf, compressor);
            chunks.add(chunk);
            columns.add(chunk.description());
            uncompressedSize += chunk.description().getMeta_data().getTotal_uncompressed_size();
        }
        RowGroup rowGroup = new RowGroup(columns, uncompressedSize, groupRows);
        rowGroup.setFile_offset(start);
        rowGroup.setTotal_compressed_size(out.position() - start);
        rowGroups.add(rowGroup);
        rows += groupRows;
    }

    /** Writes page indexes and footer, with their checksum. */
    void end(Map<String, String> metadata) throws IOException {
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        long start = out.position();
        for (ChunkAssembler chunk : chunks) {
            chunk.writeColumnIndex(tail, start);
        }
        for (ChunkAssembler chunk : chunks) {
            chunk.writeOffsetIndex(tail, start);
        }
        int indexSize = tail.size();
        Util.writeFileMetaData(footer(metadata), tail);
        out.write(FileTail.sealed(tail.toByteArray()));
        out.writeInt(tail.size() - indexSize);
        out.write(MAGIC);
        out.flush();
    }

    private FileMetaData footer(Map<String, String> metadata) {
        Map<String, String> entries = new LinkedHashMap<>(metadata);
        entries.put(FileTail.KEY, FileTail.BLANK);
        FileMetaData footer = new FileMetaData(FORMAT_VERSION, SchemaWriter.elements(schema), rows, rowGroups);
        footer.setColumn_orders(SchemaWriter.orders(schema));
        entries.forEach((key, value) -> footer.addToKey_value_metadata(new KeyValue(key).setValue(value)));
        footer.setCreated_by(Version.FULL_VERSION);
        return footer;
    }
}
