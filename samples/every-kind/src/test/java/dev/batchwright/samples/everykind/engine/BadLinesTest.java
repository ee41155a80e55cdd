package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.QuarantinedRow;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepFailedException;
import dev.batchwright.samples.everykind.engine.Reviews.Line;
import dev.batchwright.samples.everykind.engine.Reviews.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are no rows are put aside as they are, and the others go on. */
class BadLinesTest {

    @TempDir
    Path folder;

    private static String line(int number) {
        return "{\"title\":\"title %d\",\"rating\":%d}".formatted(number, number % 6);
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("reviews.jsonl"), lines);
    }

    private RunReport run(Path file, int threads) {
        return Reviews_ReadingRunner.builder()
                .readLines(new Reviews.ReadLines(file))
                .build()
                .run(RunOptions.cacheAt(folder.resolve("cache"))
                        .threads(threads)
                        .progress(RunOptions.Progress.OFF));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void areReadBackWithTheirPlaceAndWhatIsWrong(int threads) throws IOException {
        List<String> lines = List.of(
                line(1),
                "{\"title\":\"cut",
                line(2),
                "",
                "{\"title\":\"r\",\"rating\":9}",
                line(3),
                line(4),
                line(5),
                line(6),
                line(7));

        RunReport report = run(file(lines), threads);

        assertThat(report.step("parse-reviews").quarantined()).isEqualTo(2);
        try (Reviews_ReadingCache cache = Reviews_ReadingCache.open(folder.resolve("cache"))) {
            assertThat(cache.parseReviews().stream())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 7)
                            .mapToObj(i -> new Review("title " + i, i % 6))
                            .toList());
            List<QuarantinedRow<Line>> bad =
                    cache.parseReviewsQuarantine().stream().toList();
            assertThat(bad)
                    .extracting(QuarantinedRow::row)
                    .containsExactly(
                            new Line("reviews.jsonl", line(1).length() + 1L, lines.get(1)),
                            new Line("reviews.jsonl", 2L * (line(1).length() + 1) + 15, lines.get(4)));
            assertThat(bad.get(0).error())
                    .contains("not valid JSON: Unexpected end-of-input")
                    .contains("The text: {\"title\":\"cut");
            assertThat(bad.get(1).error())
                    .contains("does not accept these values: java.lang.IllegalArgumentException: rating above 5");
        }
    }

    @Test
    void endTheRunWhereTheyAreTooMany() throws IOException {
        Path file = file(List.of(line(1), "no", "no", line(2)));

        assertThatThrownBy(() -> run(file, 1))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("parse-reviews");
    }
}
