package dev.batchwright.shard.parquet;

import dev.batchwright.InvalidRowException;
import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.format.CompressionCodec;
import dev.batchwright.shard.BlockCompressor;
import dev.batchwright.shard.CompressionSetting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Compresses the pages of a file. Holds one buffer that grows to the largest page. */
final class PageCompressor implements AutoCloseable {

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final CompressionCodec codec;
    private final BlockCompressor compressor;
    private byte[] buffer = {};

    PageCompressor(CompressionSetting setting) {
        this.codec = switch (setting.codec()) {
            case NONE -> CompressionCodec.UNCOMPRESSED;
            case LZ4 -> CompressionCodec.LZ4_RAW;
            case ZSTD -> CompressionCodec.ZSTD;
            case SNAPPY -> CompressionCodec.SNAPPY;
        };
        this.compressor = BlockCompressor.of(setting);
    }

    CompressionCodec codec() {
        return codec;
    }

    /**
     * Compresses a page.
     *
     * @param body the page, which is kept as it is if there is no compression
     * @return the bytes that stand in the file
     */
    byte[] compress(byte[] body) {
        if (codec == CompressionCodec.UNCOMPRESSED) {
            return body;
        }
        long bound = compressor.maxCompressedLength(body.length);
        if (bound > LARGEST) {
            throw tooLarge(body.length);
        }
        if (buffer.length < bound) {
            buffer = new byte[(int) bound];
        }
        int length = compressor.compress(body, 0, body.length, buffer, 0);
        return Arrays.copyOf(buffer, length);
    }

    /** Puts what parquet-java holds in pieces into one array. */
    static byte[] join(BytesInput pieces) {
        if (pieces.size() > LARGEST) {
            throw tooLarge(pieces.size());
        }
        ByteBuffer joined = ByteBuffer.allocate((int) pieces.size());
        try {
            pieces.writeAllTo(new OutputStream() {

                @Override
                public void write(int value) {
                    joined.put((byte) value);
                }

                @Override
                public void write(byte[] bytes, int offset, int count) {
                    joined.put(bytes, offset, count);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Copying within memory failed", e);
        }
        return joined.array();
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
    }
}
