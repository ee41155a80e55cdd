package dev.batchwright.shard.block;

import dev.batchwright.shard.BlockCompressor;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.CompressionSetting.Codec;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Gathers rows in blocks, and writes each block when it is full. */
final class BlockPartWriter<T> implements PartWriter<T> {

    private final OutputStream out;
    private final BlockLayout layout;
    private final ShardSerializer<T> serializer;
    private final CompressionSetting compression;
    private BlockCompressor compressor;
    private final GrowingBlock block;
    private final ValueWriter values;
    private final BlockIndex index = new BlockIndex();
    private byte[] compressed = {};
    private int rowsInBlock;
    private long written;
    private boolean usable = true;

    BlockPartWriter(
            OutputStream out,
            BlockLayout layout,
            ShardSerializer<T> serializer,
            RowEncoder encoder,
            CompressionSetting compression)
            throws IOException {
        this.out = out;
        this.layout = layout;
        this.serializer = serializer;
        this.compression = compression;
        this.block = encoder.block();
        this.values = encoder.values();
        write(layout.magic(), FileFooter.FIRST_BLOCK);
        this.compressor = BlockCompressor.of(compression);
    }

    @Override
    public void write(List<T> rows) throws IOException {
        checkUsable();
        usable = false;
        for (T row : rows) {
            serializer.write(row, values);
            rowsInBlock++;
            if (block.position() >= BlockHeader.TARGET_LENGTH) {
                endBlock();
            }
        }
        usable = true;
    }

    @Override
    public long encodedBytes() {
        return written + block.position();
    }

    @Override
    public long heldBytes() {
        return block.capacity() + compressed.length + compressor.heldBytes();
    }

    @Override
    public void relieve() throws IOException {
        endRows();
        compressor.close();
        compressor = BlockCompressor.of(compression);
        compressed = new byte[0];
        block.forgetRoom();
    }

    @Override
    public void endRows() throws IOException {
        checkUsable();
        usable = false;
        if (rowsInBlock > 0) {
            endBlock();
        }
        usable = true;
    }

    @Override
    public void finish(PartFooter footer) throws IOException {
        endRows();
        usable = false;
        checkFooter(footer);
        byte[] end = new FileFooter(footer, index, written).encode(layout);
        write(end, end.length);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        usable = false;
        compressor.close();
        out.close();
    }

    private void endBlock() throws IOException {
        int length = block.position();
        int storedLength = compress(length);
        byte[] stored = storedLength < length ? compressed : block.array();
        int checksum = BlockHeader.checksum(stored, 0, storedLength);
        index.add(written, rowsInBlock);
        write(new BlockHeader(length, storedLength, rowsInBlock, checksum).encode(), BlockHeader.BYTES);
        write(stored, storedLength);
        block.clear();
        rowsInBlock = 0;
    }

    /** Compresses the block, and tells its length in the file, which is its own where compression does not help. */
    private int compress(int length) {
        if (compression.codec() == Codec.NONE) {
            return length;
        }
        compressed = BlockHeader.room(compressed, (int) compressor.maxCompressedLength(length));
        int shrunk = compressor.compress(block.array(), 0, length, compressed, 0);
        return shrunk < length && BlockHeader.isPlausible(length, shrunk) ? shrunk : length;
    }

    private void checkFooter(PartFooter footer) {
        if (footer.rows() != index.totalRows()) {
            throw new IllegalArgumentException(
                    "The footer says " + footer.rows() + " rows, and " + index.totalRows() + " were written");
        }
        if (!footer.compression().equals(compression.toString())) {
            throw new IllegalArgumentException(
                    "The footer says that the compression is " + footer.compression() + ", and it is " + compression);
        }
        if (!footer.schemaHash().equals(serializer.schema().hash())) {
            throw new IllegalArgumentException("The footer has the hash of another schema than that of "
                    + serializer.rowType().getName());
        }
    }

    private void checkUsable() {
        if (!usable) {
            throw new IllegalStateException("This part is finished, closed, or broken by an earlier error");
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        written += length;
    }
}
