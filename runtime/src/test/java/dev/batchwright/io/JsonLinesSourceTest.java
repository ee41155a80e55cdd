package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSourceTest {

    @TempDir
    Path directory;

    @Test
    void takesFieldsInAnyOrderAndSkipsUnknownOnes() throws Exception {
        assertThat(read("""
                        {"note":"n","rating":3,"title":"a"}
                        {"x":{"rating":[1,{"title":2}]},"rating":4,"y":null,"title":"b","z":[]}
                        { "title" : "c" , "rating" : 5 }
                        """))
                .containsExactly(new Review("a", 3, "n"), new Review("b", 4, null), new Review("c", 5, null));
    }

    @Test
    void takesAMissingFieldAndANullForTheSameWhereTheColumnIsNullable() throws Exception {
        assertThat(read("{\"title\":\"a\",\"rating\":1}\n{\"title\":\"a\",\"rating\":1,\"note\":null}\n"))
                .containsExactly(new Review("a", 1, null), new Review("a", 1, null));
    }

    @Test
    void takesEscapesInNamesAndTexts() throws Exception {
        assertThat(read("{\"t\\u0069tle\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\",\"rating\":1}"))
                .containsExactly(new Review("\"\\/\b\f\n\r\t\u00e9", 1, null));
    }

    @Test
    void keepsTheScaleOfDecimalsWrittenAsNumbersOrAsText() throws Exception {
        List<Everything> rows = List.of(new RandomRows(1).everything());
        new Steps.WriteJson<>(directory, new EverythingSerializer(), ".jsonl")
                .write(Steps.batch(rows), new dev.batchwright.BatchId("write", 0, 0));
        Path written = directory.resolve("00000-000000.jsonl");
        String text = Files.readString(written);

        for (String decimal : List.of(
                "1.10", "\"1.10\"", "-0.000", "1E+3", "\"1E-400\"", "12345678901234567890.123456789012345678901")) {
            Files.writeString(written, text.replaceFirst("\"decimal\":\"[^\"]*\"", "\"decimal\":" + decimal));
            assertThat(Steps.read(new Steps.ReadJson<>(written, new EverythingSerializer(), 1 << 20))
                            .get(0)
                            .scalars()
                            .decimal())
                    .isEqualTo(new java.math.BigDecimal(decimal.replace("\"", "")));
        }
    }

    @Test
    void readsLinesThatAreLongerThanAnyBuffer() throws Exception {
        String title = "größer ".repeat(100_000);
        String line = "{\"title\":\"" + title + "\",\"rating\":1}\n";

        assertThat(read("\n" + line + line)).containsExactly(new Review(title, 1, null), new Review(title, 1, null));
    }

    @Test
    void skipsRowsWithoutParsingThem() throws Exception {
        Path file = write("{\"title\":\"a\"}\n{\"title\":\"b\",\"rating\":1}\n");
        var source = Steps.readReviews(file);
        try (var reader = source.open(source.splits().get(0), 1)) {
            assertThat(reader.next()).isEqualTo(new Review("b", 1, null));
            assertThat(reader.next()).isNull();
        }
    }

    private List<Review> read(String content) throws Exception {
        return Steps.read(Steps.readReviews(write(content)));
    }

    private Path write(String content) throws Exception {
        return Files.writeString(directory.resolve("reviews.jsonl"), content);
    }
}
