package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.xerial.snappy.Snappy;

/** Compresses what others decompress, and the other way round; the others being Snappy's own library. */
class SnappyEncoderTest {

    private static final long SEED = 11;

    private final Random random = new Random(SEED);
    private final SnappyEncoder encoder = new SnappyEncoder();

    @Test
    void theLibraryReadsWhatWeWrite() throws IOException {
        for (int round = 0; round < 400; round++) {
            byte[] block = block(round);

            assertThat(Snappy.uncompress(compress(block)))
                    .as("round %d, seed %d", round, SEED)
                    .isEqualTo(block);
        }
    }

    @Test
    void weReadWhatTheLibraryWrites() throws IOException, DataFormatException {
        for (int round = 0; round < 400; round++) {
            byte[] block = block(round);
            byte[] compressed = Snappy.compress(block);
            byte[] back = new byte[block.length];

            SnappyDecoder.decompress(compressed, 0, compressed.length, back, 0, back.length);

            assertThat(back).as("round %d, seed %d", round, SEED).isEqualTo(block);
        }
    }

    @Test
    void compressesNearlyAsWellAsTheLibrary() throws IOException {
        byte[] block = words(300_000);

        assertThat(compress(block).length).isLessThan(Snappy.compress(block).length * 11 / 10);
    }

    @Test
    void whatCannotBeCompressedGrowsByNoMoreThanAFewBytes() {
        byte[] noise = new byte[200_000];
        random.nextBytes(noise);

        assertThat(compress(noise).length).isLessThan(noise.length + 50);
    }

    @Test
    void copiesOfAllLengthsAndDistancesComeBack() throws DataFormatException {
        for (int distance : new int[] {1, 3, 4, 7, 8, 9, 2047, 2048, 60_000}) {
            for (int length = 4; length < 140; length++) {
                byte[] block = repeated(distance, length);
                byte[] compressed = compress(block);
                byte[] back = new byte[block.length];

                SnappyDecoder.decompress(compressed, 0, compressed.length, back, 0, back.length);

                assertThat(back)
                        .as("distance %d, length %d, seed %d", distance, length, SEED)
                        .isEqualTo(block);
            }
        }
    }

    /** Noise, the same noise again for some bytes, and other noise. */
    private byte[] repeated(int distance, int length) {
        byte[] block = new byte[distance + length + 20];
        random.nextBytes(block);
        for (int i = 0; i < length; i++) {
            block[distance + i] = block[i];
        }
        return block;
    }

    private byte[] block(int round) {
        int length = round < 40 ? round : random.nextInt(round % 10 == 0 ? 300_000 : 3000);
        byte[] block = words(length);
        // From text over mixtures to noise.
        int noise = random.nextInt(4) == 0 ? length : random.nextInt(1 + length / 10);
        for (int i = 0; i < noise; i++) {
            block[random.nextInt(length)] = (byte) random.nextInt();
        }
        if (round % 7 == 0) {
            Arrays.fill(block, length / 3, length, (byte) round);
        }
        return block;
    }

    private byte[] words(int length) {
        String[] words = {"the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog", "and", "more", "of", "it"
        };
        byte[] block = new byte[length];
        int at = 0;
        while (at < length) {
            for (char letter : (words[random.nextInt(words.length)] + " ").toCharArray()) {
                if (at < length) {
                    block[at++] = (byte) letter;
                }
            }
        }
        return block;
    }

    private byte[] compress(byte[] block) {
        byte[] compressed = new byte[(int) SnappyEncoder.maxLength(block.length)];
        return Arrays.copyOf(compressed, encoder.compress(block, 0, block.length, compressed, 0));
    }
}
