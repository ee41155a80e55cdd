package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that cannot process some rows has its annotations or its code changed, and the pipeline is compiled and run again. */
class BadRowsAfterAFixTest {

    private static final String SOURCE = """
            package shop;

            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import dev.batchwright.io.TextLinesSource;
            import java.nio.file.Path;
            import java.util.List;

            public final class Prices {
                public record Line(long id, String text) {}
                public record Price(long cents) {}

                @Step
                public record ReadLines(Path path) implements TextLinesSource<Line> {
                    public Line row(String file, long offset, String line) {
                        return new Line(offset, line);
                    }
                }

                @Step(onError = OnError.QUARANTINE)
                @BatchSize(8)
                public record Parse() implements BatchStep<Line, Price> {
                    public void process(Batch<Line> batch, Output<Price> out) {
                        batch.forEach(line -> out.add(new Price(Long.parseLong(line.text()))));
                    }
                }

                @Pipeline
                @Flow({ReadLines.class, Parse.class})
                interface Reading {}

                public static RunReport run(Path cache, Path input, boolean again) {
                    return Prices_ReadingRunner.builder()
                            .readLines(new ReadLines(input))
                            .build()
                            .run(RunOptions.cacheAt(cache).rerunQuarantined(again).progress(RunOptions.Progress.OFF));
                }

                public static List<Long> prices(Path cache) {
                    try (Prices_ReadingCache rows = Prices_ReadingCache.open(cache)) {
                        return rows.parse().stream().map(Price::cents).toList();
                    }
                }
            }
            """;

    private static final String FAILING = SOURCE.replace("OnError.QUARANTINE", "OnError.FAIL");
    private static final String MENDED = SOURCE.replace("line.text()", "line.text().strip()");
    private static final String MENDED_AND_FAILING = MENDED.replace("OnError.QUARANTINE", "OnError.FAIL");

    private static final int ROWS = 100;

    @TempDir
    Path folder;

    private Path input;
    private int compiled;

    @BeforeEach
    void writeLines() throws Exception {
        String lines = IntStream.range(0, ROWS)
                .mapToObj(i -> i == 30 || i == 77 ? i + " \n" : i + "\n")
                .collect(Collectors.joining());
        input = Files.writeString(folder.resolve("prices.txt"), lines);
    }

    private RunReport run(String source, boolean again) throws Exception {
        return (RunReport) compile(source).call("run", folder.resolve("cache"), input, again);
    }

    private CompiledSource compile(String source) throws Exception {
        return CompiledSource.of("shop.Prices", source, Files.createDirectory(folder.resolve("classes-" + compiled++)));
    }

    private List<?> prices() throws Exception {
        return (List<?>) compile(SOURCE).call("prices", folder.resolve("cache"));
    }

    private static List<Long> all() {
        return IntStream.range(0, ROWS).mapToObj(Long::valueOf).toList();
    }

    @Test
    void mendedCodeIsGivenTheBadRowsOnly() throws Exception {
        assertThat(run(SOURCE, false).step("parse").quarantined()).isEqualTo(2);
        assertThat(prices()).hasSize(ROWS - 2);

        RunReport report = run(MENDED, true);

        assertThat(report.step("parse").calls()).isEqualTo(2);
        assertThat(report.step("parse").rowsReused()).isEqualTo(ROWS - 2);
        assertThat(report.step("parse").why())
                .isEqualTo("changed: code; 2 rows that were put aside are run again, others kept");
        assertThat(prices()).isEqualTo(all());
    }

    @Test
    void mendedCodeIsGivenAllRowsWhereNothingIsTakenOnTrust() throws Exception {
        run(SOURCE, false);

        RunReport report = run(MENDED, false);

        assertThat(report.step("parse").calls()).isGreaterThan(10);
        assertThat(prices()).isEqualTo(all());
    }

    @Test
    void aStepThatFailedGoesOnWhereItsBadRowsMayBePutAside() throws Exception {
        assertThatThrownBy(() -> run(FAILING, false)).hasMessageContaining("Step parse failed in shard 0");

        RunReport report = run(SOURCE, false);

        assertThat(report.step("parse").quarantined()).isEqualTo(2);
        assertThat(report.step("parse").why()).doesNotContain("changed");
    }

    @Test
    void rowsThatWerePutAsideAreMissedWhereNoneMayBe() throws Exception {
        run(SOURCE, false);

        assertThatThrownBy(() -> run(FAILING, false))
                .hasMessageContaining("Step parse says onError = FAIL, but earlier runs have put aside 2 rows")
                .hasMessageContaining("RunOptions.rerunQuarantined(true)");

        assertThatThrownBy(() -> run(FAILING, true)).hasMessageContaining("Step parse failed in shard 0 at row 30");
        assertThat(run(MENDED_AND_FAILING, true).step("parse").calls()).isEqualTo(2);
        assertThat(prices()).isEqualTo(all());
    }
}
