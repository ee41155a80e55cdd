package dev.batchwright.benchmarks.storage;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import dev.batchwright.shard.CompressionSetting;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The limit: the encoded bytes of one of our formats, which are there already, block by block. Without compression they are copied to
 * the file and out of it again. With compression they go through the compressor and back, and nothing else is done.
 */
final class BareStorage<T> implements Storage<T> {

    private final PartStorage<T> encoder;
    private final CompressionSetting compression;
    private final int blockLength;
    private final List<Integer> lengths = new ArrayList<>();
    private byte[] encoded = {};
    private byte[] block;
    private int rows = -1;

    /**
     * Makes the limit of a format.
     *
     * @param encoder writes the part without compression
     * @param compression what the part would be compressed with
     * @param blockLength how many bytes the format compresses at once
     */
    BareStorage(PartStorage<T> encoder, CompressionSetting compression, int blockLength) {
        this.encoder = encoder;
        this.compression = compression;
        this.blockLength = blockLength;
        this.block = new byte[(int) Zstd.compressBound(blockLength)];
    }

    @Override
    public void prepare(List<T> from) throws Exception {
        if (rows != from.size()) {
            MemoryFile part = new MemoryFile();
            encoder.write(from, part);
            encoded = Arrays.copyOf(part.array(), part.length());
            rows = from.size();
        }
    }

    @Override
    public void write(List<T> from, MemoryFile file) throws Exception {
        lengths.clear();
        try (OutputStream out = file.output();
                ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            zstd.setLevel(compression.level());
            for (int at = 0; at < encoded.length; at += blockLength) {
                int length = Math.min(blockLength, encoded.length - at);
                if (isPlain()) {
                    out.write(encoded, at, length);
                } else {
                    int shrunk = zstd.compressByteArray(block, 0, block.length, encoded, at, length);
                    out.write(block, 0, shrunk);
                    lengths.add(shrunk);
                }
            }
        }
    }

    private boolean isPlain() {
        return compression.equals(CompressionSetting.NONE);
    }

    @Override
    public long read(MemoryFile file, ToLongFunction<T> digest) throws Exception {
        return isPlain() ? copy(file) : decompress(file);
    }

    private long copy(MemoryFile file) throws Exception {
        for (int at = 0; at < file.length(); at += blockLength) {
            file.readFully(at, block, 0, Math.min(blockLength, file.length() - at));
        }
        return file.length();
    }

    private long decompress(MemoryFile file) {
        long sum = 0;
        try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
            int at = 0;
            for (int length : lengths) {
                sum += zstd.decompressByteArray(block, 0, block.length, file.array(), at, length);
                at += length;
            }
        }
        return sum;
    }

    @Override
    public long expected(List<T> from, ToLongFunction<T> digest) {
        return encoded.length;
    }
}
