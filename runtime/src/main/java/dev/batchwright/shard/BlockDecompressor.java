package dev.batchwright.shard;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.zip.DataFormatException;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.jspecify.annotations.Nullable;

/**
 * Turns blocks of bytes into what {@link BlockCompressor} was given. Holds memory outside of the heap until it is closed. Used by
 * one thread.
 */
public abstract sealed class BlockDecompressor implements AutoCloseable {

    private BlockDecompressor() {}

    /**
     * Makes a decompressor.
     *
     * @param codec the compression; its level does not matter
     * @return the decompressor
     */
    public static BlockDecompressor of(CompressionSetting.Codec codec) {
        return switch (codec) {
            case NONE -> new None();
            case LZ4 -> new Lz4();
            case ZSTD -> new Zstandard();
            case SNAPPY -> new Snappy();
        };
    }

    /**
     * Decompresses a block. Nothing outside of the block's place is written, whatever the input.
     *
     * @param from holds the compressed block
     * @param fromOffset where it begins
     * @param fromLength its length
     * @param into takes the block
     * @param intoOffset where the block is to begin
     * @param length the block's length
     * @throws DataFormatException if the input is not a compressed block of just this length
     */
    public final void decompress(byte[] from, int fromOffset, int fromLength, byte[] into, int intoOffset, int length)
            throws DataFormatException {
        int written;
        try {
            written = expand(from, fromOffset, fromLength, into, intoOffset, length);
        } catch (ZstdException | LZ4Exception e) {
            throw unreadable("it cannot be decompressed", e);
        }
        if (written != length) {
            throw unreadable("it decompresses to " + written + " bytes and not to " + length, null);
        }
    }

    @Override
    public void close() {}

    abstract int expand(byte[] from, int fromOffset, int fromLength, byte[] into, int intoOffset, int length)
            throws DataFormatException;

    private static DataFormatException unreadable(String what, @Nullable Exception cause) {
        DataFormatException unreadable = new DataFormatException(what);
        unreadable.initCause(cause);
        return unreadable;
    }

    private static final class None extends BlockDecompressor {

        @Override
        int expand(byte[] from, int fromOffset, int fromLength, byte[] into, int intoOffset, int length)
                throws DataFormatException {
            if (fromLength != length) {
                throw unreadable("it has " + fromLength + " bytes and not " + length, null);
            }
            System.arraycopy(from, fromOffset, into, intoOffset, length);
            return length;
        }
    }

    private static final class Lz4 extends BlockDecompressor {

        // Only this kind knows where its input ends; the library's others have a history of reading past it.
        private final LZ4SafeDecompressor decompressor =
                LZ4Factory.fastestInstance().safeDecompressor();

        @Override
        int expand(byte[] from, int fromOffset, int fromLength, byte[] into, int intoOffset, int length) {
            return decompressor.decompress(from, fromOffset, fromLength, into, intoOffset, length);
        }
    }

    private static final class Snappy extends BlockDecompressor {

        @Override
        int expand(byte[] from, int fromOffset, int fromLength, byte[] into, int intoOffset, int length)
                throws DataFormatException {
            SnappyDecoder.decompress(from, fromOffset, fromLength, into, intoOffset, length);
            return length;
        }
    }

    private static final class Zstandard extends BlockDecompressor {

        private final ZstdDecompressCtx context = new ZstdDecompressCtx();

        @Override
        int expand(byte[] from, int fromOffset, int fromLength, byte[] into, int intoOffset, int length) {
            return context.decompressByteArray(into, intoOffset, length, from, fromOffset, fromLength);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
