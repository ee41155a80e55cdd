package dev.batchwright.samples.corpus.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers are those of Hugging Face's tokenizers 0.23 with the same {@code tokenizer.json}. */
class WordPieceTokenizerTest {

    private static WordPieceTokenizer tokenizer;

    @BeforeAll
    static void load() throws IOException {
        tokenizer = WordPieceTokenizer.miniLm();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Hello, world!                     | 101 7592 1010 2088 999 102
                    unaffable                         | 101 14477 20961 3468 102
                    don't                             | 101 2123 1005 1056 102
                    naïve café                        | 101 15743 7668 102
                    Äänestysselitykset                | 101 9779 5267 3723 21218 3012 5705 3388 102
                    Überprüfung der Fischereipolitik  | 101 19169 18098 16093 5575 4315 13042 7416 18155 25090 2243 102
                    ὈΔΥΣΣΕΎΣ                          | 101 1169 29722 29735 29733 29733 29723 29735 29733 102
                    İstanbul                          | 101 9960 102
                    2004–2009: €3.5m                  | 101 2432 1516 2268 1024 1574 2509 1012 1019 2213 102
                    int[] a = new int[10];            | 101 20014 1031 1033 1037 1027 2047 20014 1031 2184 1033 1025 102
                    北京 市                            | 101 1781 1755 100 102
                    ☃ snow                            | 101 100 4586 102
                    """)
    void givesTheNumbersOfTheOriginal(String text, String ids) {
        assertThat(ids(text)).isEqualTo(ids);
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(ids("a\0b\u200bc\ufffdd")).isEqualTo("101 5925 2094 102");
    }

    @Test
    void readsLettersWithAccentsOfTheirOwn() {
        assertThat(ids("e\u0301tude")).isEqualTo(ids("étude")).isEqualTo("101 3802 12672 102");
    }

    @Test
    void doesNotKnowWordsOfMoreThanAHundredLetters() {
        assertThat(tokenizer.ids("x".repeat(100), 256)).hasSize(2 + 50).doesNotContain(100);
        assertThat(ids("x".repeat(101))).isEqualTo("101 100 102");
    }

    @Test
    void cutsOffWhatTheModelCannotTake() {
        assertThat(tokenizer.ids("Hello, world!", 4)).containsExactly(101, 7592, 1010, 102);
        assertThat(tokenizer.ids("", 4)).containsExactly(101, 102);
    }

    @Test
    void keepsThePlaceOfEveryWord() {
        List<Word> words = WordReader.words("Ein\u00a0Café-\u200bBesuch");

        assertThat(words)
                .containsExactly(
                        new Word("ein", 0, 3), new Word("cafe", 4, 8), new Word("-", 8, 9), new Word("besuch", 10, 16));
    }

    private static String ids(String text) {
        StringBuilder ids = new StringBuilder();
        for (long id : tokenizer.ids(text, 256)) {
            ids.append(ids.isEmpty() ? "" : " ").append(id);
        }
        return ids.toString();
    }
}
