package dev.batchwright.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocSentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Keeps rows. And more.                      # Keeps rows.",
                "Keeps rows                                 # Keeps rows",
                "Version 1.5 is read. More.                 # Version 1.5 is read.",
                "Is it? Yes.                                # Is it?",
                "Sees {@link java.util.List lists}. More.   # Sees lists.",
                "Sees {@linkplain java.util.List}. More.    # Sees java.util.List.",
                "Keeps {@code List<String>} <b>all</b>.     # Keeps List<String> all.",
                "a &lt;b&gt; &amp;lt;                       # a <b> &lt;",
                "{@summary One. } Two.                      # One."
            })
    void isPlainText(String comment, String sentence) {
        assertThat(DocSentence.first(comment)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                " Keeps\\n   rows\\n @param a b. # Keeps rows",
                " @param a b. # ''",
                " Mail a@b.c now\\n @see d # Mail a@b.c now"
            })
    void endsWhereTheTagsBegin(String comment, String sentence) {
        assertThat(DocSentence.first(comment.replace("\\n", "\n"))).isEqualTo(sentence);
    }
}
