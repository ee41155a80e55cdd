package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {

    private static final String FINE = "{\"title\":\"é\",\"rating\":3}";

    private final JsonRows<Review> reviews = JsonRows.of(new ReviewSerializer());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"title\":\"a",
                "{\"title\":\"a\",\"rating\":9}",
                "{\"title\":\"\ud83d\",\"rating\":1}",
                "{\"title\":\"a\",\"rating\":1} {}"
            })
    void aTextThatIsNoRowIsRefusedAndTheNextOneIsParsed(String text) {
        assertThatThrownBy(() -> reviews.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(". The text: ");
        assertThat(reviews.parse(" " + FINE + "\r\n")).isEqualTo(new Review("é", 3, null));
    }

    @Test
    void theMessageNamesTheColumnAndShowsTheText() {
        assertThatThrownBy(() -> reviews.parse("{\"title\":\"a\",\"rating\":\"five\"}"))
                .hasMessage("column rating: expected an int (-2147483648 to 2147483647), found \"five\". The text: "
                        + "{\"title\":\"a\",\"rating\":\"five\"}");
    }
}
