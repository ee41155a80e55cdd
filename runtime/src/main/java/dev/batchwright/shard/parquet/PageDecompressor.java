package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.brotli.BrotliInputStream;
import dev.batchwright.shaded.parquet.format.CompressionCodec;
import dev.batchwright.shard.BlockDecompressor;
import dev.batchwright.shard.CompressionSetting.Codec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;

/** Decompresses the pages of a file, of which each column chunk may be compressed in its own way. */
final class PageDecompressor implements AutoCloseable {

    private final Map<Codec, BlockDecompressor> decompressors = new EnumMap<>(Codec.class);
    private final HadoopLz4 hadoopLz4 = new HadoopLz4();

    /** Whether there is a decompressor. LZO has none under a licence that we could use. */
    static boolean knows(CompressionCodec codec) {
        return codec != CompressionCodec.LZO;
    }

    /** Decompresses a page to exactly the length that its header says. */
    void decompress(CompressionCodec codec, byte[] from, int offset, int count, byte[] into, int start, int length)
            throws DataFormatException {
        switch (codec) {
            case UNCOMPRESSED -> of(Codec.NONE).decompress(from, offset, count, into, start, length);
            case LZ4_RAW -> of(Codec.LZ4).decompress(from, offset, count, into, start, length);
            case ZSTD -> of(Codec.ZSTD).decompress(from, offset, count, into, start, length);
            case SNAPPY -> of(Codec.SNAPPY).decompress(from, offset, count, into, start, length);
            case GZIP -> inflate(GZIPInputStream::new, from, offset, count, into, start, length);
            case BROTLI -> inflate(BrotliInputStream::new, from, offset, count, into, start, length);
            case LZ4 -> hadoopLz4.decompress(from, offset, count, into, start, length);
            case LZO -> throw new DataFormatException("it is compressed with LZO");
        }
    }

    private BlockDecompressor of(Codec codec) {
        return decompressors.computeIfAbsent(codec, BlockDecompressor::of);
    }

    private static void inflate(
            Inflater inflater, byte[] from, int offset, int count, byte[] into, int start, int length)
            throws DataFormatException {
        try (InputStream in = inflater.open(new ByteArrayInputStream(from, offset, count))) {
            if (in.readNBytes(into, start, length) < length || in.read() >= 0) {
                throw new DataFormatException("it does not decompress to " + length + " bytes");
            }
        } catch (IOException e) {
            DataFormatException unreadable = new DataFormatException("it cannot be decompressed");
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    /** Opens a stream that decompresses another. */
    @FunctionalInterface
    private interface Inflater {

        InputStream open(InputStream compressed) throws IOException;
    }

    @Override
    public void close() {
        decompressors.values().forEach(BlockDecompressor::close);
        decompressors.clear();
    }
}
