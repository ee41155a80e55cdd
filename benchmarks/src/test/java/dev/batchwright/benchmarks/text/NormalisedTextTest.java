package dev.batchwright.benchmarks.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalisedTextTest {

    @Test
    void aRunOfWhiteSpaceBecomesOneSpace() {
        assertThat(NormalisedText.of("a \t\n\u000B\f\r b")).isEqualTo("a b");
    }

    @Test
    void aSingleTabBecomesASpace() {
        assertThat(NormalisedText.of("a\tb")).isEqualTo("a b");
    }

    @Test
    void noSpaceIsLeftAtEitherEnd() {
        assertThat(NormalisedText.of(" \n a b\t ")).isEqualTo("a b");
    }

    @Test
    void nothingIsLeftOfWhiteSpace() {
        assertThat(NormalisedText.of(" \t")).isEmpty();
        assertThat(NormalisedText.of("")).isEmpty();
    }

    @Test
    void spacesOtherThanThoseOfAsciiStay() {
        assertThat(NormalisedText.of("\u00A0a\u00A0\u2003b\u0085\u001C")).isEqualTo("\u00A0a\u00A0\u2003b\u0085\u001C");
    }

    @Test
    void lettersBecomeLowerCaseByTheRulesOfUnicode() {
        assertThat(NormalisedText.of("ΟΔΟΣ İ")).isEqualTo("οδος i\u0307");
    }

    @Test
    void agreesWithARegularExpressionOnRandomText() {
        long seed = 20_240_611;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random);
            String expected =
                    text.replaceAll("\\s+", " ").replaceAll("^ | \\z", "").toLowerCase(Locale.ROOT);
            assertThat(NormalisedText.of(text)).as("seed %d, text %d", seed, i).isEqualTo(expected);
        }
    }

    private static String randomText(Random random) {
        String alphabet = "  \t\n\u000B\f\r\u00A0\u0085aBΣİ\uD835\uDC00";
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
