package dev.batchwright.shard;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/**
 * Compresses blocks of bytes, each by itself. Holds memory outside of the heap until it is closed. Used by one thread.
 *
 * <p>The same bytes give the same result on every machine of one kind. LZ4 falls back to Java where its native library cannot be
 * loaded, and gives other bytes there; each reads those of the other.
 */
public abstract sealed class BlockCompressor implements AutoCloseable {

    private BlockCompressor() {}

    /**
     * Makes a compressor.
     *
     * @param setting the compression and its level
     * @return the compressor
     */
    public static BlockCompressor of(CompressionSetting setting) {
        return switch (setting.codec()) {
            case NONE -> new None();
            case LZ4 -> new Lz4();
            case ZSTD -> new Zstandard(setting.level());
            case SNAPPY -> new Snappy();
        };
    }

    /**
     * Makes a compressor with Zstandard for bytes that hardly repeat, such as those of measured numbers: it does not look far for
     * repetitions, and is faster for it. What it makes is Zstandard like any other, of no particular level.
     *
     * @return the compressor
     */
    public static BlockCompressor ofNoise() {
        return new Zstandard();
    }

    /**
     * How much room {@link #compress} may need.
     *
     * @param length the length of a block
     * @return the largest length that it can get, which may be more than an array can hold
     */
    public abstract long maxCompressedLength(int length);

    /**
     * Compresses a block.
     *
     * @param from holds the block
     * @param offset where the block begins
     * @param length the block's length
     * @param into takes the compressed block
     * @param intoOffset where it is to begin; {@link #maxCompressedLength} bytes must have room from there
     * @return the length of the compressed block
     */
    public abstract int compress(byte[] from, int offset, int length, byte[] into, int intoOffset);

    /**
     * The memory that it holds, mostly outside of the heap: its tables, not the blocks.
     *
     * @return bytes, rather too many than too few
     */
    public long heldBytes() {
        return 0;
    }

    @Override
    public void close() {}

    private static final class None extends BlockCompressor {

        @Override
        public long maxCompressedLength(int length) {
            return length;
        }

        @Override
        public int compress(byte[] from, int offset, int length, byte[] into, int intoOffset) {
            System.arraycopy(from, offset, into, intoOffset, length);
            return length;
        }
    }

    private static final class Lz4 extends BlockCompressor {

        private static final long TABLE_BYTES = 16 << 10;

        private final LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();

        @Override
        public long maxCompressedLength(int length) {
            // Not asked of the library, which refuses lengths whose bound is no int.
            return length + (length / 255L) + 16;
        }

        @Override
        public int compress(byte[] from, int offset, int length, byte[] into, int intoOffset) {
            return compressor.compress(from, offset, length, into, intoOffset, into.length - intoOffset);
        }

        @Override
        public long heldBytes() {
            return TABLE_BYTES;
        }
    }

    private static final class Snappy extends BlockCompressor {

        private final SnappyEncoder encoder = new SnappyEncoder();

        @Override
        public long maxCompressedLength(int length) {
            return SnappyEncoder.maxLength(length);
        }

        @Override
        public int compress(byte[] from, int offset, int length, byte[] into, int intoOffset) {
            return encoder.compress(from, offset, length, into, intoOffset);
        }

        @Override
        public long heldBytes() {
            return SnappyEncoder.TABLE_BYTES;
        }
    }

    private static final class Zstandard extends BlockCompressor {

        /** The least that zstd takes: it remembers 64 places. */
        private static final int NOISE_HASH_LOG = 6;

        private static final int NOISE_MIN_MATCH = 7;

        private final ZstdCompressCtx context = new ZstdCompressCtx();
        private final long tableBytes;
        private boolean used;

        private Zstandard(int level) {
            tableBytes = tableBytes(level);
            context.setLevel(level);
            // Every format has a checksum of its own.
            context.setChecksum(false);
        }

        private Zstandard() {
            this(1);
            context.setHashLog(NOISE_HASH_LOG);
            context.setMinMatch(NOISE_MIN_MATCH);
        }

        @Override
        public long maxCompressedLength(int length) {
            return Zstd.compressBound(length);
        }

        @Override
        public int compress(byte[] from, int offset, int length, byte[] into, int intoOffset) {
            used = true;
            return context.compressByteArray(into, intoOffset, into.length - intoOffset, from, offset, length);
        }

        @Override
        public long heldBytes() {
            return used ? tableBytes : 0; // they come with the first block
        }

        /**
         * By the sizes of the tables in zstd 1.5 (lib/compress/clevels.h), for blocks of up to 1 MiB, for which it makes no larger ones, and
         * half a MiB for the rest of its state.
         */
        private static long tableBytes(int level) {
            if (level <= 2) {
                return 1L << 20;
            }
            if (level <= 4) {
                return 2L << 20;
            }
            return level <= 8 ? 8L << 20 : 20L << 20;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
