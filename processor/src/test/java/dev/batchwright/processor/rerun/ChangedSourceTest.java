package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs again after a change of the sources: the step that changed and what follows from it. */
class ChangedSourceTest {

    private static final String SOURCE = """
            package shop;

            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import dev.batchwright.io.TextLinesSource;
            import java.nio.file.Path;

            public final class Shop {
                public record Line(long id, String text) {}
                public record Word(String text, int length) {}

                @Step
                public record ReadLines(Path path) implements TextLinesSource<Line> {
                    public Line row(String file, long offset, String line) {
                        return new Line(offset, line);
                    }
                }

                @Step(persist = Persist.ALWAYS)
                public record Measure(int bonus) implements MapStep<Line, Word> {
                    public Word map(Line line) {
                        return new Word(line.text(), length(line));
                    }
                    private int length(Line line) {
                        return line.text().length() + new Extra().value();
                    }
                    static final class Extra {
                        int value() {
                            return 0;
                        }
                    }
                }

                @Step(version = "one")
                @BatchSize(10)
                public record Embed() implements BatchStep<Word, Word> {
                    public void process(Batch<Word> batch, Output<Word> out) {
                        batch.forEach(out::add);
                    }
                }

                @Step
                public record Count() implements GlobalStep<Word, Word> {
                    public void process(Dataset<Word> all, Output<Word> out) {
                        out.add(new Word("all", (int) all.stream().count()));
                    }
                }

                @Pipeline
                @Flow({ReadLines.class, Measure.class, Embed.class})
                @Flow({Measure.class, Count.class})
                interface Words {}

                public static RunReport run(Path cache, Path input) {
                    return Shop_WordsRunner.builder()
                            .readLines(new ReadLines(input))
                            .measure(new Measure(1))
                            .build()
                            .run(RunOptions.cacheAt(cache).progress(RunOptions.Progress.OFF));
                }
            }
            """;

    @TempDir
    Path folder;

    /**
     * A change and what it leads to.
     *
     * @param what what is changed
     * @param from the text of the source that is replaced; empty where the source stays as it is
     * @param to what it is replaced by
     * @param ran the steps that run again, in order
     * @param why why the first of them does
     */
    record Change(String what, String from, String to, List<String> ran, String why) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Change> changes() {
        List<String> fromMeasure = List.of("measure", "embed", "count");
        List<String> all = List.of("read-lines", "measure", "embed", "count");
        return Stream.of(
                new Change("nothing", "", "", List.of(), ""),
                new Change(
                        "the code", "line.text().length()", "2 * line.text().length()", fromMeasure, "changed: code"),
                new Change("the code of a nested class", "return 0;", "return 1;", fromMeasure, "changed: code"),
                new Change(
                        "the configuration", "new Measure(1)", "new Measure(2)", fromMeasure, "changed: config bonus"),
                new Change("the version", "\"one\"", "\"two\"", List.of("embed"), "changed: version"),
                new Change(
                        "the batch size", "@BatchSize(10)", "@BatchSize(20)", List.of("embed"), "changed: batch size"),
                new Change(
                        "the type of a column",
                        "record Word(String text, int length)",
                        "record Word(String text, long length)",
                        fromMeasure,
                        "changed: code, output schema; rows of FOLDER can be taken over with"
                                + " RunOptions.evolveRows(true)"),
                new Change(
                        "the name of a column",
                        "record Line(long id, String text)",
                        "record Line(long number, String text)",
                        all,
                        "changed: output schema"),
                new Change("the input", "", "", all, "changed: input"),
                new Change(
                        "settings that change no row",
                        "version = \"one\"",
                        "version = \"one\", concurrency = 2, retries = 3, checkpoint = Checkpoint.EVERY_BATCH,"
                                + " onError = OnError.QUARANTINE, maxBadRows = 5",
                        List.of(),
                        ""));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void runsAgainExactlyWhatFollowsAndSaysWhy(Change change) throws Exception {
        Path input = Files.writeString(folder.resolve("lines.txt"), "one\ntwo\nthree\n");
        assertThat(ran(run(SOURCE, input))).containsExactly("read-lines", "measure", "embed", "count");
        String changed = change.from().isEmpty() ? SOURCE : SOURCE.replace(change.from(), change.to());
        assertThat(changed.equals(SOURCE)).isEqualTo(change.from().isEmpty());
        if (change.what().equals("the input")) {
            Files.writeString(input, "one\ntwo\nthree\nfour\n");
        }

        RunReport report = run(changed, input);

        assertThat(ran(report)).isEqualTo(change.ran());
        for (StepReport step : report.steps()) {
            if (!change.ran().contains(step.step())) {
                assertThat(step.why()).isEqualTo("unchanged");
            } else if (step.step().equals(change.ran().get(0))) {
                assertThat(step.why().replaceAll("[0-9a-f]{12}", "FOLDER")).isEqualTo(change.why());
            } else {
                assertThat(step.why()).startsWith("changed: ");
            }
        }
    }

    private static List<String> ran(RunReport report) {
        return report.steps().stream()
                .filter(step -> step.calls() > 0)
                .map(StepReport::step)
                .toList();
    }

    private RunReport run(String source, Path input) throws Exception {
        return (RunReport) CompiledSource.of("shop.Shop", source, Files.createTempDirectory(folder, "classes"))
                .call("run", folder.resolve("cache"), input);
    }
}
