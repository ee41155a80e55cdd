package dev.batchwright.shard.block;

import dev.batchwright.shard.BlockDecompressor;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartInput;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;

/** Reads blocks, checks them and decompresses them. */
final class BlockReader implements AutoCloseable {

    private final PartInput in;
    private final FileFooter footer;
    private final BlockDecompressor decompressor;
    private final byte[] headerBytes = new byte[BlockHeader.BYTES];
    private byte[] stored = {};
    private boolean closed;

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

    void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The reader that the batch came from is closed");
        }
    }

    int count() {
        return footer.blocks().count();
    }

    int rows(int block) {
        return footer.blocks().rows(block);
    }

    /** How many bytes of the file the rows of a block take. */
    int storedLength(int block) {
        BlockIndex blocks = footer.blocks();
        long end = block + 1 < blocks.count() ? blocks.offset(block + 1) : footer.begin();
        return (int) (end - blocks.offset(block)) - BlockHeader.BYTES;
    }

    /**
     * Reads a block.
     *
     * @param block its number
     * @param spare memory to use if it is large enough
     * @return the block
     */
    BlockRows read(int block, byte[] spare) throws IOException {
        long begin = footer.blocks().offset(block);
        BlockHeader header = header(begin, storedLength(block), rows(block));
        byte[] data = BlockHeader.room(spare, header.length());
        if (header.isCompressed()) {
            stored = BlockHeader.room(stored, header.storedLength());
            read(begin, header, stored);
            expand(begin, header, data);
        } else {
            read(begin, header, data);
        }
        return new BlockRows(in.name(), begin, data, header.length(), header.rows());
    }

    /** Makes sure that a block is as it was written, without decompressing it. */
    void check(int block) throws IOException {
        long begin = footer.blocks().offset(block);
        BlockHeader header = header(begin, storedLength(block), rows(block));
        stored = BlockHeader.room(stored, header.storedLength());
        read(begin, header, stored);
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

    private void expand(long begin, BlockHeader header, byte[] data) {
        try {
            decompressor.decompress(stored, 0, header.storedLength(), data, 0, header.length());
        } catch (DataFormatException e) {
            throw Damage.of(in.name(), "the block at byte " + begin + " is not valid: " + e.getMessage(), e);
        }
    }

    /** Gives memory back, and leaves the file open. */
    void release() {
        if (!closed) {
            closed = true;
            decompressor.close();
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            release();
            in.close();
        }
    }
}
