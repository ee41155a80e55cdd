package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class SnappyDecoderTest {

    private static final long SEED = 3;

    /** "abcd" as a literal, then a copy of sixteen bytes from four back, then a literal. */
    private static final String ABCD_FIVE_TIMES_AND_E = "15" + "0c61626364" + "3e0400" + "0065";

    @Test
    void copiesMayReachIntoWhatTheyWrite() throws DataFormatException {
        assertThat(decompress(ABCD_FIVE_TIMES_AND_E, 21)).isEqualTo("abcdabcdabcdabcdabcde");
    }

    @Test
    void readsCopiesOfAllThreeForms() throws DataFormatException {
        String literal = "0c61626364";
        assertThat(decompress("08" + literal + "0104", 8)).isEqualTo("abcdabcd");
        assertThat(decompress("08" + literal + "0e0400", 8)).isEqualTo("abcdabcd");
        assertThat(decompress("08" + literal + "0f04000000", 8)).isEqualTo("abcdabcd");
    }

    @Test
    void readsLiteralsWhoseLengthTakesBytesOfItsOwn() throws DataFormatException {
        String text = "x".repeat(300);
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));

        assertThat(decompress("ac02" + "f42b01" + hex, 300)).isEqualTo(text);
    }

    @Test
    void refusesWhatReachesOutsideOfTheBlock() {
        for (String wrong : new String[] {
            "08" + "0c61626364" + "0105", // A copy from before the beginning.
            "08" + "0c61626364" + "0e0000", // A copy from nowhere.
            "05" + "0c61626364" + "0104", // More than the block holds.
            "08" + "0c6162", // A literal that is cut off.
            "08" + "0c61626364", // Less than the block holds.
            "08" + "0c61626364" + "0f0400", // A tag that is cut off.
            "ffffffffff" // No length.
        }) {
            assertThatThrownBy(() -> decompress(wrong, 8)).as(wrong).isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void randomBytesGiveNothingWorseThanAnError() {
        Random random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = 50;
            }
            byte[] into = new byte[70];
            try {
                SnappyDecoder.decompress(noise, 0, noise.length, into, 10, 50);
            } catch (DataFormatException e) {
                assertThat(e).isNotNull();
            }
            for (int outside = 0; outside < 10; outside++) {
                assertThat(into[outside] + into[60 + outside])
                        .as("round %d, seed %d", i, SEED)
                        .isZero();
            }
        }
    }

    private static String decompress(String hex, int length) throws DataFormatException {
        byte[] from = HexFormat.of().parseHex(hex);
        byte[] into = new byte[length];
        SnappyDecoder.decompress(from, 0, from.length, into, 0, length);
        return new String(into, StandardCharsets.UTF_8);
    }
}
