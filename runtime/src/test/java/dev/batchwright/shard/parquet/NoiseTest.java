package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.BlockCompressor;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers whose bytes are compressed as noise, and such that are not. */
class NoiseTest {

    private static final long SEED = 31;

    /** One page, of whose four streams each is a block of zstd. */
    private static final int NUMBERS = 128 << 10;

    /** Levels, footer and all that is not the page's values. */
    private static final int FRAME = 1_000;

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "zstd:3"})
    void measuredNumbersAreNoise(String setting) throws IOException {
        CompressionSetting compression = CompressionSetting.parse(setting);
        float[] numbers = new float[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = (float) random.nextGaussian();
        }

        try (BlockCompressor any = BlockCompressor.of(compression);
                BlockCompressor noise = BlockCompressor.ofNoise()) {
            int size = size(numbers, noise);

            assertThat(size).isLessThan(size(numbers, any) - FRAME);
            assertThat(file(numbers, compression).length).isBetween(size, size + FRAME);
        }
    }

    @Test
    void bytesThatComeAgainAreNot() throws IOException {
        float[] numbers = repeatingFromAfar();

        try (BlockCompressor any = BlockCompressor.of(CompressionSetting.ZSTD);
                BlockCompressor noise = BlockCompressor.ofNoise()) {
            int size = size(numbers, any);

            assertThat(size).isLessThan(size(numbers, noise) - FRAME);
            assertThat(file(numbers, CompressionSetting.ZSTD).length).isBetween(size, size + FRAME);
        }
    }

    @Test
    void otherCompressionsKnowNoNoise() throws IOException {
        float[] numbers = repeatingFromAfar();

        file(numbers, CompressionSetting.LZ4);
        file(numbers, CompressionSetting.SNAPPY);
    }

    /** The lower halves are random; the upper ones come in runs of twenty, of which there are five hundred. */
    private float[] repeatingFromAfar() {
        int[][] runs = random.ints(500).mapToObj(this::run).toArray(int[][]::new);
        float[] numbers = new float[NUMBERS];
        int[] run = runs[0];
        for (int i = 0; i < NUMBERS; i++) {
            run = i % 20 == 0 ? runs[random.nextInt(runs.length)] : run;
            numbers[i] = Float.intBitsToFloat(run[i % 20] << 16 | random.nextInt(1 << 16));
        }
        return numbers;
    }

    /** Upper halves of numbers that are no NaN. */
    private int[] run(int seed) {
        return new Random(seed).ints(20, 0, 0x7F00).toArray();
    }

    private static int size(float[] numbers, BlockCompressor compressor) {
        PlainBuffer plain = new PlainBuffer();
        plain.writeFloats(numbers);
        PlainBuffer split = new PlainBuffer();
        StreamSplit.split(plain, Float.BYTES, split);
        byte[] compressed = new byte[(int) compressor.maxCompressedLength(split.size())];
        return compressor.compress(split.array(), 0, split.size(), compressed, 0);
    }

    /** A file of one row, after it has been read back. */
    private static byte[] file(float[] numbers, CompressionSetting compression) throws IOException {
        ColumnsSerializer serializer = ColumnsSerializer.of(
                Field.of("column", new ArrayType(ScalarType.FLOAT), ValueWriter::writeFloats, ValueReader::readFloats));
        byte[] file = PartBytes.write(new ParquetFormat(), serializer, compression, List.of(List.of(numbers)), 1);
        assertThat((float[]) PartBytes.rows(new ParquetFormat(), serializer, file)
                        .get(0)
                        .get(0))
                .as("seed %d", SEED)
                .isEqualTo(numbers);
        return file;
    }
}
