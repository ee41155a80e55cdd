package dev.batchwright.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows as lines of JSON, with what Python may write. */
class RowTextTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.0 | 1.0",
                "-0.0 | -0.0",
                "1.7976931348623157e+308 | 1.7976931348623157e+308",
                "4e-07 | 4e-07",
                "123456789012345678901234567890 | 123456789012345678901234567890",
                "-9223372036854775808 | -9223372036854775808",
                "1e400 | 1e400",
                "NaN | \"NaN\"",
                "Infinity | \"Infinity\"",
                "-Infinity | \"-Infinity\"",
                "\"\\ud83d\\ude00\" | \"\\uD83D\\uDE00\"",
                "\"😀 ü\" | \"\\uD83D\\uDE00 \\u00FC\"",
                "\"half \\ud83d of it\" | \"half \\uD83D of it\"",
                "\"\\u0000\\n\\\"\\\\/\" | \"\\u0000\\n\\\"\\\\/\"",
                "[ [ ] , { } , null , true ] | [[],{},null,true]",
                "{ \"ключ\" : false } | {\"\\u043A\\u043B\\u044E\\u0447\":false}"
            })
    void keepEachValueAsItIs(String written, String line) throws IOException {
        assertThat(row("{ \"v\" : " + written + " }")).isEqualTo("{\"v\":" + line + "}");
    }

    @Test
    void areWholeWhereAKeyComesTwice() throws IOException {
        assertThat(row("{\"v\": 1, \"v\": 2}")).isEqualTo("{\"v\":1,\"v\":2}");
    }

    @Test
    void areNotTakenWhereARowIsTooLarge() throws IOException {
        write("{\"v\": \"" + "x".repeat(JsonFiles.MAX_ROW_BYTES) + "\"}");

        assertThat(Importer.open(folder).problems())
                .containsExactly(
                        ImportProblem.unreadable("run/batch_manager.json", "it holds a row of more than 64 MiB"));
    }

    private String row(String text) throws IOException {
        write(text);
        try (ImportedRows<String> rows = Importer.open(folder).run().json("load")) {
            String row = rows.next();
            assertThat(rows.next()).isNull();
            return String.valueOf(row);
        }
    }

    private void write(String row) throws IOException {
        Path file = folder.resolve("run/batch_manager.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"steps\": {\"next\": {\"data\": {\"load\": [" + row
                        + "]}}}, \"last_batch_received\": {\"load\": null, \"next\": null}}");
    }
}
