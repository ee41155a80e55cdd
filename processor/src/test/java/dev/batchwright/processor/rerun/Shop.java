package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A pipeline of every kind of step that matters where records change, at three times; always on the same cache. One line in, one word
 * out; 20 words are a part.
 */
final class Shop {

    static final int LINES = 200;

    static final String SOURCE = """
            package shop;

            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import dev.batchwright.io.TextLinesSource;
            import java.lang.annotation.*;
            import java.nio.file.Path;
            import java.util.*;

            public final class Shop {
                @Target(ElementType.TYPE_USE)
                @interface Nullable {}

                public record Line(long id, String text) {}
                public record Word(String text, int length) {}
                public record Total(long words) {}

                @Step
                public record ReadLines(Path path) implements TextLinesSource<Line> {
                    public Line row(String file, long offset, String line) {
                        return new Line(offset, line);
                    }
                }

                @Step(persist = Persist.ALWAYS, format = "object", checkpoint = Checkpoint.EVERY_BATCH)
                @BatchSize(20)
                public record Measure() implements BatchStep<Line, Word> {
                    public void process(Batch<Line> batch, Output<Word> out) {
                        for (Line line : batch) {
                            if (line.text().startsWith(System.getProperty("shop.bad", "none") + " ")) {
                                throw new IllegalStateException("a bad line");
                            }
                            out.add(new Word(line.text(), line.text().length()));
                        }
                    }
                }

                @Step(persist = Persist.NEVER)
                public record Pass() implements FilterStep<Word> {
                    public boolean keep(Word word) {
                        return !word.text().isEmpty();
                    }
                }

                @Step(format = "msgpack", checkpoint = Checkpoint.EVERY_BATCH)
                @BatchSize(20)
                public record Embed() implements BatchStep<Word, Word> {
                    public void process(Batch<Word> batch, Output<Word> out) {
                        batch.forEach(out::add);
                    }
                }

                @Step
                public record Count() implements GlobalStep<Word, Total> {
                    public void process(Dataset<Word> all, Output<Total> out) {
                        out.add(new Total(all.stream().count()));
                    }
                }

                @Step
                @BatchSize(20)
                public record Tell() implements Sink<Word> {
                    public void write(Batch<Word> batch, BatchId id) {}
                }

                @Pipeline
                @Flow({ReadLines.class, Measure.class, Pass.class, Embed.class, Count.class})
                @Flow({Embed.class, Tell.class})
                interface Words {}

                private static Shop_WordsRunner runner(Path input) {
                    return Shop_WordsRunner.builder().readLines(new ReadLines(input)).build();
                }

                private static RunOptions options(Path cache, Boolean evolve) {
                    return RunOptions.cacheAt(cache).progress(RunOptions.Progress.OFF).threads(1).evolveRows(evolve);
                }

                public static RunReport run(Path cache, Path input, Boolean evolve) {
                    return runner(input).run(options(cache, evolve));
                }

                public static RunReport runAndRemove(Path cache, Path input) {
                    return runner(input).run(options(cache, true).keep(0));
                }

                public static PipelinePlan plan(Path cache, Path input, Boolean evolve) {
                    return runner(input).plan(options(cache, evolve));
                }

                public static List<String> read(Path directory) {
                    List<String> rows = new ArrayList<>();
                    try (Shop_WordsCache cache = Shop_WordsCache.open(directory)) {
                        cache.measure().forEach(row -> rows.add(row.toString()));
                        cache.embed().forEach(row -> rows.add(row.toString()));
                        cache.count().forEach(row -> rows.add(row.toString()));
                    }
                    return rows;
                }

                public static VerifyReport verify(Path directory) {
                    try (Shop_WordsCache cache = Shop_WordsCache.open(directory)) {
                        return cache.verify();
                    }
                }
            }
            """;

    static final String NEWER = SOURCE.replace(
                    "record Word(String text, int length)",
                    "record Word(@Nullable String tongue, String text, long length)")
            .replace("new Word(line", "new Word(null, line");
    static final String NEWEST = NEWER.replace("long length)", "long length, Optional<String> note)")
            .replace("length()));", "length(), Optional.empty()));");

    static final List<String> STEPS = List.of("read-lines", "measure", "pass", "embed", "count", "tell");

    private final Path folder;

    Shop(Path folder) {
        this.folder = folder;
    }

    Path cache() {
        return folder.resolve("cache");
    }

    Path input() throws Exception {
        Path input = folder.resolve("lines.txt");
        if (!Files.exists(input)) {
            Files.write(
                    input,
                    IntStream.range(0, LINES)
                            .mapToObj(i -> i + " " + "x".repeat(100))
                            .toList());
        }
        return input;
    }

    CompiledSource compiled(String source) throws Exception {
        return CompiledSource.of("shop.Shop", source, Files.createTempDirectory(folder, "classes"));
    }

    RunReport run(String source, boolean evolve) throws Exception {
        return (RunReport) compiled(source).call("run", cache(), input(), evolve);
    }

    List<?> rows(String source) throws Exception {
        return (List<?>) compiled(source).call("read", cache());
    }

    /** What the source makes where nothing was kept. */
    List<?> madeAnew(String source) throws Exception {
        Path other = Files.createTempDirectory(folder, "other");
        CompiledSource compiled = compiled(source);
        compiled.call("run", other, input(), false);
        return (List<?>) compiled.call("read", other);
    }

    void assertSound(String source) throws Exception {
        assertThat(compiled(source).call("verify", cache()).toString()).contains(": sound");
    }

    static List<String> ran(RunReport report) {
        return report.steps().stream()
                .filter(step -> step.calls() > 0)
                .map(StepReport::step)
                .toList();
    }

    static List<String> adopted(RunReport report) {
        return report.adopted().stream()
                .map(AdoptedOutput::toString)
                .map(line -> line.replaceAll("[0-9a-f]{12}", "FOLDER"))
                .toList();
    }

    List<Path> parts(String step) throws Exception {
        try (Stream<Path> all = Files.walk(cache().resolve(step))) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+\\.\\d+\\.(object|msgpack|parquet)"))
                    .sorted()
                    .toList();
        }
    }

    /** The folder that has been written last. */
    Path present(String step) throws Exception {
        String manifest = Files.readString(cache().resolve("manifest.json"));
        String fingerprint = manifest.replaceAll("(?s).*\"" + step + "\" : \\{\\s*\"fingerprint\" : \"(.{12}).*", "$1");
        return cache().resolve(step).resolve(fingerprint);
    }
}
