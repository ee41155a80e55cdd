package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shaded.parquet.io.ParquetDecodingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.junit.jupiter.api.Test;

class LevelsTest {

    private static final long SEED = 5;

    @Test
    void parquetJavaAndWeReadTheLevelsThatWeWrite() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            int maxLevel = 1 + random.nextInt(9);
            byte[] levels = levels(random, maxLevel);
            PlainBuffer buffer = new PlainBuffer();
            RunEncoder encoder = new RunEncoder(maxLevel, buffer);
            write(levels, encoder, random);
            encoder.finish();
            byte[] encoded = bytes(buffer);

            byte[] decoded = new byte[levels.length];
            int counted = LevelDecoder.decode(encoded, 0, encoded.length, maxLevel, decoded, levels.length, 1);
            assertThat(counted).isEqualTo(count(levels, 1));
            assertThat(decoded).as("round %d, seed %d", i, SEED).isEqualTo(levels);
            RunLengthBitPackingHybridDecoder other = new RunLengthBitPackingHybridDecoder(
                    32 - Integer.numberOfLeadingZeros(maxLevel), new ByteArrayInputStream(encoded));
            for (byte level : levels) {
                assertThat(other.readInt()).isEqualTo(level);
            }
        }
    }

    @Test
    void aLongRunTakesAFewBytes() {
        PlainBuffer buffer = new PlainBuffer();
        RunEncoder encoder = new RunEncoder(1, buffer);
        encoder.write(0);
        encoder.write(1, 1_000_000);
        encoder.finish();

        assertThat(buffer.size()).isLessThan(8);
    }

    @Test
    void anEncoderThatWasEmptiedBeginsAnew() {
        PlainBuffer buffer = new PlainBuffer();
        RunEncoder encoder = new RunEncoder(3, buffer);
        encoder.write(2, 5);
        encoder.finish();
        buffer.reset();
        encoder.write(1, 9);
        encoder.finish();
        byte[] encoded = bytes(buffer);

        byte[] decoded = new byte[9];
        LevelDecoder.decode(encoded, 0, encoded.length, 3, decoded, 9, 0);
        assertThat(decoded).containsOnly(1);
    }

    @Test
    void randomBytesGiveLevelsOrAnError() {
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(20)];
            random.nextBytes(noise);
            byte[] levels = new byte[50];
            try {
                LevelDecoder.decode(noise, 0, noise.length, 2, levels, levels.length, 0);
                for (byte level : levels) {
                    assertThat(level).isBetween((byte) 0, (byte) 2);
                }
            } catch (ParquetDecodingException | IndexOutOfBoundsException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 19_999);
    }

    @Test
    void levelsThatEndEarlyAreAnError() {
        assertThatThrownBy(() -> LevelDecoder.decode(new byte[] {2 << 1, 1}, 0, 2, 1, new byte[3], 3, 0))
                .isInstanceOf(ParquetDecodingException.class);
    }

    private static byte[] bytes(PlainBuffer buffer) {
        return Arrays.copyOf(buffer.array(), buffer.size());
    }

    private static int count(byte[] levels, int level) {
        int found = 0;
        for (byte one : levels) {
            found += one == level ? 1 : 0;
        }
        return found;
    }

    private static byte[] levels(Random random, int maxLevel) {
        byte[] levels = new byte[random.nextInt(1_500)];
        int longest = 1 + random.nextInt(40);
        for (int i = 0; i < levels.length; ) {
            byte level = (byte) random.nextInt(maxLevel + 1);
            for (int run = 1 + random.nextInt(longest); run > 0 && i < levels.length; run--) {
                levels[i++] = level;
            }
        }
        return levels;
    }

    private static void write(byte[] levels, RunEncoder encoder, Random random) {
        for (int i = 0; i < levels.length; ) {
            int run = 1;
            while (i + run < levels.length && levels[i + run] == levels[i] && random.nextInt(10) > 0) {
                run++;
            }
            if (run == 1) {
                encoder.write(levels[i]);
            } else {
                encoder.write(levels[i], run);
            }
            i += run;
        }
    }
}
