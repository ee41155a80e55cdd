package dev.batchwright.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameRowTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, \"b\": \"x\"} | {\"b\": \"x\", \"a\": 1} | true",
                "{\"a\": 1} | {\"a\": 1.0} | true",
                "{\"a\": 1} | {\"a\": 1, \"b\": null} | true",
                "{\"a\": 1, \"b\": null} | {\"a\": 1} | true",
                "{\"a\": {\"x\": [1, {\"y\": null}]}} | {\"a\": {\"x\": [1, {}], \"z\": null}} | true",
                "{\"a\": 1} | {\"a\": 2} | false",
                "{\"a\": 1} | {\"a\": \"1\"} | false",
                "{\"a\": 1} | {} | false",
                "{} | {\"a\": 1} | false",
                "{\"a\": -0.0} | {\"a\": 0.0} | false",
                "{\"a\": [1, 2]} | {\"a\": [1]} | false",
                "{\"a\": [1]} | {\"a\": [1, 2]} | false",
                "{\"a\": 9007199254740993} | {\"a\": 9007199254740992} | false",
                "{\"a\": {}} | {\"a\": []} | false"
            })
    void isOneWhoseValuesAreTheSame(String one, String other, boolean same) throws IOException {
        assertThat(test(one, other)).isEqualTo(same);
    }

    @Test
    @Timeout(20)
    void isFoundInDeepRowsInTime() throws IOException {
        String row = "{\"a\":".repeat(900) + "1" + "}".repeat(900);

        assertThat(test(row, row)).isTrue();
    }

    private static boolean test(String one, String other) throws IOException {
        byte[] oneBytes = one.getBytes(StandardCharsets.UTF_8);
        byte[] otherBytes = other.getBytes(StandardCharsets.UTF_8);
        return SameRow.test(oneBytes, oneBytes.length, otherBytes, otherBytes.length);
    }
}
