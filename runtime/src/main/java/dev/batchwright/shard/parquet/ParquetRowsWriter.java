package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.schema.MessageType;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Writes rows to a Parquet file, one column after the other. The same rows, handed over in the same portions, make the same bytes.
 * Used by one thread.
 *
 * @param <T> the rows
 */
public final class ParquetRowsWriter<T> implements AutoCloseable {

    static final int ROW_GROUP_BYTES = 8 << 20;

    /** A buffer has up to twice the room of what is in it, and a dictionary an index of about its own size. */
    private static final int ROOM_PER_OPEN_BYTE = 3;

    private static final int FIRST_PORTION = 16;
    private static final int LARGEST_PORTION = 8192;

    private final OutputStream out;
    private final ShardSerializer<T> serializer;
    private final MessageType schema;
    private final CompressionSetting compression;
    private PageCompressor compressor;
    private List<ColumnWriter> columns;
    private List<LeafWriter> leaves;
    private final FileAssembler file;
    private final int rowGroupBytes;

    private long rows;
    private long groupRows;
    private long mostOpenBytes;
    private boolean usable = true;

    /**
     * Begins a file.
     *
     * @param out takes the bytes of the file from its first byte on; closed with the writer
     * @param serializer the serializer of the rows
     * @param compression how pages are compressed
     * @throws IOException if the file cannot be written
     */
    public ParquetRowsWriter(OutputStream out, ShardSerializer<T> serializer, CompressionSetting compression)
            throws IOException {
        this(out, serializer, compression, ROW_GROUP_BYTES);
    }

    ParquetRowsWriter(
            OutputStream out, ShardSerializer<T> serializer, CompressionSetting compression, int rowGroupBytes)
            throws IOException {
        this.schema = ParquetSchema.of(serializer.schema());
        this.compression = compression;
        this.out = out;
        this.serializer = serializer;
        this.rowGroupBytes = rowGroupBytes;
        this.compressor = new PageCompressor(compression);
        this.columns = WriteTree.of(serializer.schema(), schema, compressor);
        this.leaves = leaves(columns);
        this.file = new FileAssembler(out, schema);
    }

    private static List<LeafWriter> leaves(List<ColumnWriter> columns) {
        return columns.stream().flatMap(column -> column.leaves().stream()).toList();
    }

    /**
     * Adds rows.
     *
     * @param added the rows; they may be reused for others after the call
     * @throws IOException if the file cannot be written
     * @throws dev.batchwright.InvalidRowException if a row cannot be stored; the file is then unusable
     */
    public void write(List<T> added) throws IOException {
        checkUsable();
        usable = false;
        int from = 0;
        while (from < added.size()) {
            int to = Math.min(added.size(), from + portion());
            writeColumns(added.subList(from, to));
            from = to;
            if (heldBytes() >= rowGroupBytes) {
                endRowGroup();
            }
        }
        usable = true;
    }

    /**
     * The size of the file so far.
     *
     * @return bytes in the file and bytes that are still held
     */
    public long encodedBytes() {
        return file.position() + heldBytes();
    }

    /**
     * The memory that the file takes now.
     *
     * @return bytes on the heap and outside of it
     */
    public long memoryBytes() {
        long open = 0;
        for (LeafWriter leaf : leaves) {
            open += leaf.openBytes();
        }
        mostOpenBytes = Math.max(mostOpenBytes, open); // buffers keep their room
        return ROOM_PER_OPEN_BYTE * mostOpenBytes + compressor.heldBytes();
    }

    /**
     * Ends the row group, however small it is, and begins the next one with new buffers, so that all memory is free.
     *
     * @throws IOException if the file cannot be written
     */
    public void relieve() throws IOException {
        endRows();
        compressor.close();
        compressor = new PageCompressor(compression);
        columns = WriteTree.of(serializer.schema(), schema, compressor);
        leaves = leaves(columns);
        mostOpenBytes = 0;
    }

    /**
     * How many rows were written.
     *
     * @return the number of rows
     */
    public long rows() {
        return rows;
    }

    /**
     * Writes what is still held of the rows. Nothing but the footer is to come then.
     *
     * @throws IOException if the file cannot be written
     */
    public void endRows() throws IOException {
        checkUsable();
        usable = false;
        if (groupRows > 0) {
            endRowGroup();
        }
        usable = true;
    }

    /**
     * Writes what is still held and the footer.
     *
     * @param metadata entries for the footer's key-value metadata, in the order in which they are to be written
     * @throws IOException if the file cannot be written
     */
    public void finish(Map<String, String> metadata) throws IOException {
        endRows();
        usable = false;
        file.end(metadata);
    }

    @Override
    public void close() throws IOException {
        usable = false;
        try (out) {
            compressor.close();
        }
    }

    private void checkUsable() {
        if (!usable) {
            throw new IllegalStateException("The file is finished or closed, or an earlier write to it failed");
        }
    }

    /** As many rows as are likely to fill the row group to no more than an eighth too much. */
    private int portion() {
        if (rows == 0) {
            return FIRST_PORTION;
        }
        long held = heldBytes();
        long bytesPerRow = Math.max(1, (file.position() + held) / rows);
        long portion = (rowGroupBytes - held + rowGroupBytes / 8) / bytesPerRow;
        return (int) Math.max(1, Math.min(LARGEST_PORTION, portion));
    }

    private void writeColumns(List<T> portion) {
        for (int column = 0; column < columns.size(); column++) {
            serializer.writeColumn(column, portion, columns.get(column).values());
        }
        rows += portion.size();
        groupRows += portion.size();
    }

    private long heldBytes() {
        long held = 0;
        for (LeafWriter leaf : leaves) {
            held += leaf.heldBytes();
        }
        return held;
    }

    private void endRowGroup() throws IOException {
        file.writeRowGroup(leaves, groupRows, compressor);
        groupRows = 0;
    }
}
