package dev.batchwright.utf8;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8EncoderTest {

    private static final int BEFORE = 5;

    private final Utf8Encoder encoder = new Utf8Encoder();

    @Test
    void agreesWithTheEncoderOfTheJdk() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomText.of(random, i % 100 == 0 ? 20_000 : 60);

            assertThat(encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "ł", "語", "😀"})
    void encodesEveryKindOfCharacterAtEveryPlaceOfAChunk(String character) {
        for (int before = 0; before < 20; before++) {
            for (int beyond : new int[] {0, 4096 - 20, 8192 - 20}) {
                String text = "a".repeat(before + beyond) + character + "z".repeat(25);

                assertThat(encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Chars are encoded in groups of eight, and after one of three bytes in stretches of 64. */
    @ParameterizedTest
    @ValueSource(strings = {"é", "ł", "語", "😀"})
    void encodesCharactersOfAnyLengthBesideEachOther(String character) {
        for (int before = 0; before < 80; before++) {
            for (String other : new String[] {"a", "é", "ω", "語", "😀"}) {
                String text = "ł" + other.repeat(before) + character + other.repeat(70);

                assertThat(encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4094, 4095, 4096, 4097, 8191, 8192, 9000})
    void namesTheFirstHalfOfASurrogatePair(int at) {
        for (String around : new String[] {"a", "é", "ł"}) {
            for (String half : new String[] {"\uD83D", "\uDE00"}) {
                assertThat(unpaired(around.repeat(at) + half + around)).isEqualTo(at);
                assertThat(unpaired(around.repeat(at) + half)).isEqualTo(at);
                assertThat(unpaired(around.repeat(at) + half + half + half)).isEqualTo(at);
            }
        }
    }

    private byte[] encode(String text) {
        byte[] into = new byte[BEFORE + Utf8Encoder.maxBytes(text.length())];
        int end = encode(text, into);
        return Arrays.copyOfRange(into, BEFORE, end);
    }

    private int unpaired(String text) {
        return -1 - encode(text, new byte[BEFORE + Utf8Encoder.maxBytes(text.length())]);
    }

    private int encode(String text, byte[] into) {
        int at = BEFORE;
        for (int from = 0; from < text.length() && at >= 0; ) {
            int to = Utf8Encoder.endOfChunk(text, from);
            at = encoder.encode(text, from, to, into, at);
            from = to;
        }
        return at;
    }
}
