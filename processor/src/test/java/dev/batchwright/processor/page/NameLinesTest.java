package dev.batchwright.processor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameLinesTest {

    @Test
    void aNameThatFitsStaysOnOneLine() {
        assertThat(NameLines.of("read-lines", 14, 240)).containsExactly("read-lines");
    }

    @Test
    void aLongNameIsBrokenBehindAHyphen() {
        assertThat(NameLines.of("drop-what-nearly-repeats-something-that-came-before-it", 14, 240))
                .containsExactly("drop-what-nearly-repeats-", "something-that-came-", "before-it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
                "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
            })
    void nothingIsLostAndNoLineIsTooLong(String name) {
        List<String> lines = NameLines.of(name, 14, 240);

        assertThat(String.join("", lines)).isEqualTo(name);
        assertThat(lines).hasSizeGreaterThan(1).allSatisfy(line -> {
            assertThat(TextWidth.of(line, 14)).isLessThanOrEqualTo(240);
            assertThat(Character.isLowSurrogate(line.charAt(0))).isFalse();
        });
    }
}
