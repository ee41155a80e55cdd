package dev.batchwright.benchmarks.chain;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import dev.batchwright.benchmarks.rows.Embedding;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.utf8.Utf8Encoder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Bytes that are compressed in blocks of a MiB, at the level that all contenders use, and written behind each other. */
final class ZstdBlocks implements AutoCloseable {

    private static final int BLOCK = 1 << 20;
    private static final int VECTOR = Embedding.DIMENSIONS * Float.BYTES;

    /** Whole vectors fit into a block of them. */
    private static final int VECTORS = BLOCK / VECTOR * VECTOR;

    private final DataOutputStream out;
    private final ZstdCompressCtx zstd = new ZstdCompressCtx();
    private final Utf8Encoder utf8 = new Utf8Encoder();
    private final byte[] block = new byte[2 * BLOCK];
    private final byte[] shrunk = new byte[(int) Zstd.compressBound(2 * BLOCK)];
    private int length;

    ZstdBlocks(Path file) throws IOException {
        this.out = new DataOutputStream(Files.newOutputStream(file));
        zstd.setLevel(CompressionSetting.ZSTD.level());
    }

    /** Adds a text. */
    void add(String text) throws IOException {
        for (int from = 0; from < text.length(); ) {
            int to = Utf8Encoder.endOfChunk(text, from);
            makeRoom(Utf8Encoder.maxBytes(to - from), BLOCK);
            length = utf8.encode(text, from, to, block, length);
            from = to;
        }
    }

    /** Adds bytes. */
    void add(byte[] bytes, int from, int count) throws IOException {
        makeRoom(count, BLOCK);
        System.arraycopy(bytes, from, block, length, count);
        length += count;
    }

    /** Adds a vector. */
    void add(float[] vector) throws IOException {
        makeRoom(vector.length * Float.BYTES, VECTORS);
        ByteBuffer.wrap(block)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(length)
                .asFloatBuffer()
                .put(vector);
        length += vector.length * Float.BYTES;
    }

    private void makeRoom(int count, int limit) throws IOException {
        if (length + count > limit) {
            write();
        }
    }

    private void write() throws IOException {
        int size = zstd.compressByteArray(shrunk, 0, shrunk.length, block, 0, length);
        out.writeInt(length);
        out.writeInt(size);
        out.write(shrunk, 0, size);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        try (zstd;
                out) {
            write();
        }
    }

    /** Reads a file of vectors. */
    static void read(Path file, Consumer<float[]> vectors) throws IOException {
        byte[] packed = new byte[(int) Zstd.compressBound(2 * BLOCK)];
        byte[] plain = new byte[2 * BLOCK];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BLOCK));
                ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
            for (long left = Files.size(file); left > 0; ) {
                int length = in.readInt();
                int size = in.readInt();
                in.readFully(packed, 0, size);
                zstd.decompressByteArray(plain, 0, length, packed, 0, size);
                ByteBuffer floats = ByteBuffer.wrap(plain, 0, length).order(ByteOrder.LITTLE_ENDIAN);
                while (floats.hasRemaining()) {
                    float[] vector = new float[Embedding.DIMENSIONS];
                    floats.asFloatBuffer().get(vector);
                    floats.position(floats.position() + VECTOR);
                    vectors.accept(vector);
                }
                left -= 2 * Integer.BYTES + size;
            }
        }
    }
}
