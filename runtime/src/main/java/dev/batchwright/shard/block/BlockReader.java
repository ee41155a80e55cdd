package dev.batchwright.shard.block;

import dev.batchwright.shard.BlockDecompressor;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartInput;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Reads blocks in their order, checks them and decompresses them. */
final class BlockReader implements AutoCloseable {

    private final PartInput in;
    private final FileFooter footer;
    private final BlockDecompressor decompressor;
    private final byte[] headerBytes = new byte[BlockHeader.BYTES];
    private byte[] stored = {};
    private byte[] data = {};
    private int nextBlock;

    private BlockReader(PartInput in, FileFooter footer, BlockDecompressor decompressor) {
        this.in = in;
        this.footer = footer;
        this.decompressor = decompressor;
    }

    static BlockReader of(PartInput in, FileFooter footer) {
        CompressionSetting compression;
        try {
            compression = CompressionSetting.parse(footer.part().compression());
        } catch (IllegalArgumentException e) {
            throw Damage.of(in.name(), "its footer names a compression that is not known", e);
        }
        return new BlockReader(in, footer, BlockDecompressor.of(compression.codec()));
    }

    /**
     * Reads the next block.
     *
     * @param reuse whether the memory of the block before may be overwritten
     * @return the block, or null after the last one
     */
    @Nullable
    BlockRows next(boolean reuse) throws IOException {
        BlockIndex blocks = footer.blocks();
        if (nextBlock == blocks.count()) {
            return null;
        }
        int block = nextBlock++;
        long begin = blocks.offset(block);
        long end = nextBlock < blocks.count() ? blocks.offset(nextBlock) : footer.begin();
        int storedLength = (int) (end - begin) - BlockHeader.BYTES;
        BlockHeader header = header(begin, storedLength, blocks.rows(block));
        data = BlockHeader.room(reuse ? data : new byte[0], header.length());
        if (header.isCompressed()) {
            stored = BlockHeader.room(stored, storedLength);
            read(begin, header, stored);
            expand(begin, header);
        } else {
            read(begin, header, data);
        }
        return new BlockRows(in.name(), begin, data, header.length(), header.rows());
    }

    private BlockHeader header(long begin, int storedLength, int rows) throws IOException {
        readFully(begin, begin, headerBytes, BlockHeader.BYTES);
        BlockHeader header = BlockHeader.decode(headerBytes);
        if (header == null || header.storedLength() != storedLength || header.rows() != rows) {
            throw Damage.of(in.name(), "the header of the block at byte " + begin + " is not as it was written");
        }
        return header;
    }

    private void read(long begin, BlockHeader header, byte[] into) throws IOException {
        readFully(begin, begin + BlockHeader.BYTES, into, header.storedLength());
        if (BlockHeader.checksum(into, 0, header.storedLength()) != header.checksum()) {
            throw Damage.of(in.name(), "the checksum of the block at byte " + begin + " does not match");
        }
    }

    private void readFully(long begin, long position, byte[] into, int length) throws IOException {
        try {
            in.readFully(position, into, 0, length);
        } catch (EOFException e) {
            throw Damage.of(in.name(), "it ends within the block at byte " + begin, e);
        }
    }

    private void expand(long begin, BlockHeader header) {
        try {
            decompressor.decompress(stored, 0, header.storedLength(), data, 0, header.length());
        } catch (DataFormatException e) {
            throw Damage.of(in.name(), "the block at byte " + begin + " is not valid: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        decompressor.close();
        in.close();
    }
}
