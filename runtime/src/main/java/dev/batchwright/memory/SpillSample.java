package dev.batchwright.memory;

import dev.batchwright.memory.SpillDecision.Figures;
import dev.batchwright.shard.BlockCompressor;
import dev.batchwright.shard.BlockDecompressor;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;

/** Compresses and decompresses some encoded rows in memory, to see what that takes. */
final class SpillSample {

    /** Enough to be compressed like a block of a file, and little enough to take a millisecond. */
    static final int MOST_BYTES = 128 << 10;

    private static final int ROUNDS = 3;

    private SpillSample() {}

    /**
     * Measures what each compression does to rows.
     *
     * @param rows at least one row
     * @param serializer their serializer
     * @param format the format of the files
     * @return what each does, none among them
     * @throws IOException if the format fails
     */
    static <T> List<Figures> of(List<T> rows, ShardSerializer<T> serializer, ShardFormat format) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (PartWriter<T> writer = format.write(encoded, serializer, CompressionSetting.NONE)) {
            writer.write(rows);
            writer.endRows();
        }
        byte[] bytes = encoded.toByteArray();
        int length = Math.min(bytes.length, MOST_BYTES);
        List<Figures> figures = new ArrayList<>(List.of(Figures.NONE));
        for (CompressionSetting setting : List.of(CompressionSetting.LZ4, CompressionSetting.ZSTD)) {
            figures.add(measure(setting, bytes, length));
        }
        return figures;
    }

    /** The least times: whatever else the machine does only adds to them, and is measured over whole files. */
    private static Figures measure(CompressionSetting setting, byte[] bytes, int length) throws IOException {
        try (BlockCompressor compressor = BlockCompressor.of(setting);
                BlockDecompressor decompressor = BlockDecompressor.of(setting.codec())) {
            byte[] small = new byte[(int) compressor.maxCompressedLength(length)];
            byte[] again = new byte[length];
            long encode = Long.MAX_VALUE;
            long decode = Long.MAX_VALUE;
            int shrunk = length;
            for (int round = 0; round < ROUNDS; round++) {
                long began = System.nanoTime();
                shrunk = compressor.compress(bytes, 0, length, small, 0);
                long compressed = System.nanoTime();
                decompressor.decompress(small, 0, shrunk, again, 0, length);
                encode = Math.min(encode, compressed - began);
                decode = Math.min(decode, System.nanoTime() - compressed);
            }
            // a block that does not shrink is stored as it is, and then not decompressed either
            boolean helps = shrunk < length;
            return new Figures(
                    setting,
                    helps ? (double) shrunk / length : 1,
                    (double) encode / length,
                    helps ? (double) decode / length : 0);
        } catch (DataFormatException e) {
            throw new IOException("A compressed block cannot be read back", e);
        }
    }
}
