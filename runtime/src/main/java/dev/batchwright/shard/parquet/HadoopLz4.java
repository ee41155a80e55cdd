package dev.batchwright.shard.parquet;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses pages of Parquet's deprecated codec LZ4. The format left its framing open: Hadoop's writers put LZ4 blocks into frames of
 * their own, others wrote a single block, as LZ4_RAW does today. What the bytes look like decides.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/Compression.md">Parquet compression codecs, LZ4</a>
 */
final class HadoopLz4 {

    private final LZ4SafeDecompressor blocks = LZ4Factory.fastestInstance().safeDecompressor();

    void decompress(byte[] from, int offset, int count, byte[] into, int start, int length) throws DataFormatException {
        try {
            if (decompressFrames(from, ByteBuffer.wrap(from, offset, count), into, start, length)) {
                return;
            }
        } catch (LZ4Exception e) {
            // These were no frames.
        }
        try {
            int written = blocks.decompress(from, offset, count, into, start, length);
            if (written == length) {
                return;
            }
        } catch (LZ4Exception e) {
            throw damaged(e);
        }
        throw damaged(null);
    }

    /**
     * Each frame is the length of its content, then blocks that make it up, each after its length; all in big-endian order.
     *
     * @return whether these were frames
     */
    private boolean decompressFrames(byte[] from, ByteBuffer frames, byte[] into, int start, int length) {
        int written = 0;
        while (written < length) {
            int held = frames.remaining() < 4 ? -1 : frames.getInt();
            if (held <= 0 || held > length - written) {
                return false;
            }
            int end = written + held;
            while (written < end) {
                int compressed = frames.remaining() < 4 ? -1 : frames.getInt();
                if (compressed <= 0 || compressed > frames.remaining()) {
                    return false;
                }
                int decompressed =
                        blocks.decompress(from, frames.position(), compressed, into, start + written, end - written);
                if (decompressed == 0) {
                    return false;
                }
                frames.position(frames.position() + compressed);
                written += decompressed;
            }
        }
        return !frames.hasRemaining();
    }

    private static DataFormatException damaged(@Nullable LZ4Exception cause) {
        DataFormatException damaged = new DataFormatException("it is not compressed with LZ4, or damaged");
        damaged.initCause(cause);
        return damaged;
    }
}
