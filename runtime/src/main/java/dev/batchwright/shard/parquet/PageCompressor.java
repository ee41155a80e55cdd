package dev.batchwright.shard.parquet;

import dev.batchwright.InvalidRowException;
import dev.batchwright.shaded.parquet.format.CompressionCodec;
import dev.batchwright.shard.BlockCompressor;
import dev.batchwright.shard.CompressionSetting;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Compresses the pages of a file. Holds two buffers that grow to the largest page, and the memory in which pages wait for their row
 * group to be full.
 */
final class PageCompressor implements AutoCloseable {

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    /** What a core keeps close while it makes a page, or makes rows of it. */
    private static final int PAGE_BYTES = 128 << 10;

    /** Smaller ones would compress worse. */
    private static final int COMPRESSED_PAGE_BYTES = 512 << 10;

    private final CompressionCodec codec;
    private final BlockCompressor compressor;
    private @Nullable BlockCompressor noiseCompressor;
    private final Segments segments = new Segments();
    private final PlainBuffer joined = new PlainBuffer();
    private final CRC32 checksum = new CRC32();
    private byte[] compressed = {};

    PageCompressor(CompressionSetting setting) {
        this.codec = switch (setting.codec()) {
            case NONE -> CompressionCodec.UNCOMPRESSED;
            case LZ4 -> CompressionCodec.LZ4_RAW;
            case ZSTD -> CompressionCodec.ZSTD;
            case SNAPPY -> CompressionCodec.SNAPPY;
        };
        this.compressor = BlockCompressor.of(setting);
    }

    /** What a page's bytes are like. */
    enum Content {
        /** Any bytes. */
        ANY,
        /** Bytes that hardly repeat. Only zstd treats them in another way. */
        NOISE
    }

    /**
     * What became of a page's body.
     *
     * @param uncompressedSize its length before
     * @param size its length in the file
     * @param checksum the CRC-32 of what is in the file
     */
    record Body(int uncompressedSize, int size, int checksum) {}

    CompressionCodec codec() {
        return codec;
    }

    boolean compresses() {
        return codec != CompressionCodec.UNCOMPRESSED;
    }

    /** How long a page gets before it is compressed; one value may make it longer. */
    int pageBytes() {
        return compresses() ? COMPRESSED_PAGE_BYTES : PAGE_BYTES;
    }

    /** Makes a place where pages of this file wait. */
    HeldBytes newHeldBytes() {
        return new HeldBytes(segments);
    }

    /**
     * Compresses a page.
     *
     * @param levels its levels, which come first
     * @param values its values
     * @param content what the values are like
     * @param into takes what is to stand in the file
     * @return what became of it
     */
    Body compress(PlainBuffer levels, PlainBuffer values, Content content, HeldBytes into) {
        long length = (long) levels.size() + values.size();
        if (length > LARGEST) {
            throw tooLarge(length);
        }
        checksum.reset();
        if (!compresses()) {
            keep(levels.array(), levels.size(), into);
            keep(values.array(), values.size(), into);
            return new Body((int) length, (int) length, (int) checksum.getValue());
        }
        PlainBuffer body = values;
        if (levels.size() > 0) {
            joined.reset();
            joined.write(levels.array(), 0, levels.size());
            joined.write(values.array(), 0, values.size());
            body = joined;
        }
        int size = compressedSize(body.array(), body.size(), content);
        size = InflationLimit.pad(codec, compressed, size, body.size());
        keep(compressed, size, into);
        return new Body((int) length, size, (int) checksum.getValue());
    }

    /** The memory that it takes: pages that wait, buffers, and what the compressor itself has. */
    long heldBytes() {
        long compressors = compressor.heldBytes() + (noiseCompressor == null ? 0 : noiseCompressor.heldBytes());
        return segments.bytes() + compressed.length + joined.array().length + compressors;
    }

    /** Compresses some bytes into {@link #compressed}, and says how small they get. */
    int compressedSize(byte[] bytes, int length, Content content) {
        BlockCompressor chosen = compressor(content);
        long bound = chosen.maxCompressedLength(length);
        if (bound > LARGEST) {
            throw tooLarge(length);
        }
        if (compressed.length < bound) {
            compressed = new byte[(int) bound];
        }
        return chosen.compress(bytes, 0, length, compressed, 0);
    }

    private BlockCompressor compressor(Content content) {
        if (content == Content.ANY || codec != CompressionCodec.ZSTD) {
            return compressor;
        }
        if (noiseCompressor == null) {
            noiseCompressor = BlockCompressor.ofNoise();
        }
        return noiseCompressor;
    }

    private void keep(byte[] bytes, int count, HeldBytes into) {
        checksum.update(bytes, 0, count);
        into.write(bytes, 0, count);
    }

    private static InvalidRowException tooLarge(long size) {
        return new InvalidRowException(
                "A column of a single row takes " + size
                        + " bytes, which is more than a Parquet page can hold. Split the row into several.",
                null);
    }

    @Override
    public void close() {
        compressor.close();
        if (noiseCompressor != null) {
            noiseCompressor.close();
        }
    }
}
