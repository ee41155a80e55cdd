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
        BlockHeader header = read(begin, storedLength, blocks.rows(block));
        data = BlockHeader.room(reuse ? data : new byte[0], header.length());
        expand(header, begin);
        return new BlockRows(in.name(), begin, data, header.length(), header.rows());
    }

    private BlockHeader read(long begin, int storedLength, int rows) throws IOException {
        int length = BlockHeader.BYTES + storedLength;
        stored = BlockHeader.room(stored, length);
        try {
            in.readFully(begin, stored, 0, length);
        } catch (EOFException e) {
            throw Damage.of(in.name(), "it ends within the block at byte " + begin, e);
        }
        BlockHeader header = BlockHeader.decode(stored);
        if (header == null || header.storedLength() != storedLength || header.rows() != rows) {
            throw Damage.of(in.name(), "the header of the block at byte " + begin + " is not as it was written");
        }
        if (BlockHeader.checksum(stored, BlockHeader.BYTES, storedLength) != header.checksum()) {
            throw Damage.of(in.name(), "the checksum of the block at byte " + begin + " does not match");
        }
        return header;
    }

    private void expand(BlockHeader header, long begin) {
        if (!header.isCompressed()) {
            System.arraycopy(stored, BlockHeader.BYTES, data, 0, header.length());
            return;
        }
        try {
            decompressor.decompress(stored, BlockHeader.BYTES, header.storedLength(), data, 0, header.length());
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
