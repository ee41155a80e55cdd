package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCompressorTest {

    private static final long SEED = 7;

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd", "zstd:19", "snappy"})
    void blocksComeBackFromAnyPlaceInAnArray(String setting) throws DataFormatException {
        CompressionSetting compression = CompressionSetting.parse(setting);
        try (BlockCompressor compressor = BlockCompressor.of(compression);
                BlockDecompressor decompressor = BlockDecompressor.of(compression.codec())) {
            for (int length : new int[] {0, 1, 13, 1000, 300_000, 20}) {
                byte[] block = block(length);
                byte[] compressed = new byte[5 + (int) compressor.maxCompressedLength(length)];
                int compressedLength = compressor.compress(block, 0, length, compressed, 5);

                byte[] back = new byte[length + 20];
                decompressor.decompress(compressed, 5, compressedLength, back, 10, length);

                assertThat(Arrays.copyOfRange(back, 10, 10 + length)).isEqualTo(block);
                assertThat(Arrays.copyOf(back, 10)).containsOnly(0);
                assertThat(Arrays.copyOfRange(back, 10 + length, back.length)).containsOnly(0);
            }
        }
    }

    @Test
    void noiseIsZstandard() throws DataFormatException {
        try (BlockCompressor compressor = BlockCompressor.ofNoise();
                BlockDecompressor decompressor = BlockDecompressor.of(CompressionSetting.Codec.ZSTD)) {
            for (int length : new int[] {0, 1, 300_000}) {
                byte[] block = block(length);
                byte[] compressed = new byte[(int) compressor.maxCompressedLength(length)];
                int compressedLength = compressor.compress(block, 0, length, compressed, 0);
                byte[] back = new byte[length];
                decompressor.decompress(compressed, 0, compressedLength, back, 0, length);

                assertThat(back).isEqualTo(block);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd", "snappy"})
    void textShrinks(String setting) {
        byte[] block = block(100_000);
        try (BlockCompressor compressor = BlockCompressor.of(CompressionSetting.parse(setting))) {
            byte[] compressed = new byte[(int) compressor.maxCompressedLength(block.length)];

            assertThat(compressor.compress(block, 0, block.length, compressed, 0))
                    .isLessThan(50_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd", "snappy"})
    void refusesBlocksOfAnotherLength(String setting) {
        CompressionSetting compression = CompressionSetting.parse(setting);
        byte[] block = block(1000);
        try (BlockCompressor compressor = BlockCompressor.of(compression);
                BlockDecompressor decompressor = BlockDecompressor.of(compression.codec())) {
            byte[] compressed = new byte[(int) compressor.maxCompressedLength(block.length)];
            int length = compressor.compress(block, 0, block.length, compressed, 0);

            assertThatThrownBy(() -> decompressor.decompress(compressed, 0, length, new byte[2000], 0, 999))
                    .isInstanceOf(DataFormatException.class);
            assertThatThrownBy(() -> decompressor.decompress(compressed, 0, length, new byte[2000], 0, 1001))
                    .isInstanceOf(DataFormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd", "snappy"})
    void damagedBlocksNeverWriteBeyondTheirPlace(String setting) {
        CompressionSetting compression = CompressionSetting.parse(setting);
        byte[] block = block(5000);
        try (BlockCompressor compressor = BlockCompressor.of(compression);
                BlockDecompressor decompressor = BlockDecompressor.of(compression.codec())) {
            byte[] compressed = new byte[(int) compressor.maxCompressedLength(block.length)];
            int length = compressor.compress(block, 0, block.length, compressed, 0);
            int refused = 0;
            for (int i = 0; i < 5_000; i++) {
                byte[] damaged = Arrays.copyOf(compressed, length);
                damaged[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
                byte[] back = new byte[6000];
                try {
                    decompressor.decompress(damaged, 0, length, back, 500, 5000);
                } catch (DataFormatException e) {
                    refused++;
                }
                assertThat(Arrays.copyOf(back, 500)).as("seed %d", SEED).containsOnly(0);
                assertThat(Arrays.copyOfRange(back, 5500, 6000))
                        .as("seed %d", SEED)
                        .containsOnly(0);
            }
            assertThat(refused).isPositive();
        }
    }

    private byte[] block(int length) {
        byte[] block = new byte[length];
        for (int i = 0; i < length; i++) {
            block[i] = (byte) "the quick brown fox ".charAt((i + random.nextInt(10) / 9) % 20);
        }
        return block;
    }
}
