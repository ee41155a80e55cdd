package dev.batchwright.benchmarks.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFeaturesTest {

    @Test
    void tokensStandBetweenSpaces() {
        assertThat(Tokens.count("")).isZero();
        assertThat(Tokens.count("one")).isEqualTo(1);
        assertThat(Tokens.count("one two three")).isEqualTo(3);
    }

    @Test
    void theCrcIsThatOfTheTextInUtf8AndUnsigned() {
        assertThat(features("123456789").crc()).isEqualTo(0xCBF43926L);
        assertThat(features("é").crc()).isEqualTo(0x0E048D3EL);
    }

    @Test
    void theAverageLengthCountsCodePointsAndNoSpaces() {
        assertThat(features("ab \uD835\uDC00\uD835\uDC00\uD835\uDC00").averageLength())
                .isEqualTo(2.5);
    }

    @Test
    void idAndTextAreTakenOver() {
        TextFeatures features = TextFeatures.of(new Doc(7, "title", "date", "a b"));
        assertThat(features.id()).isEqualTo(7);
        assertThat(features.text()).isEqualTo("a b");
        assertThat(features.tokens()).isEqualTo(2);
    }

    private static TextFeatures features(String text) {
        return TextFeatures.of(new Doc(0, "", "", text));
    }
}
