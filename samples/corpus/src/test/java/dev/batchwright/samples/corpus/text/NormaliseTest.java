package dev.batchwright.samples.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormaliseTest {

    @Test
    void writesEqualLettersInOneWay() {
        assertThat(normalised("e\u0301tude")).isEqualTo("étude").hasSize(5);
    }

    @Test
    void writesEverySpaceAndLineEndInOneWay() {
        assertThat(normalised(" a\u00a0 \t b \r\n  c\rd\u2028e ")).isEqualTo("a b\nc\nd\ne");
    }

    @Test
    void keepsOneEmptyLineBetweenParagraphs() {
        assertThat(normalised("a\n \n\t\n\nb\n\nc\nd")).isEqualTo("a\n\nb\n\nc\nd");
    }

    @Test
    void changesNothingTheSecondTime() {
        String once = normalised("  Ä rough \r\n\r\n\r\n draft\u2003! ");

        assertThat(normalised(once)).isEqualTo(once);
    }

    private static String normalised(String text) {
        return new Normalise()
                .map(new Document("id", "test", "title", Language.UNKNOWN, text))
                .text();
    }
}
