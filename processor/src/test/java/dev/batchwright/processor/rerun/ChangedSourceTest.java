package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import dev.batchwright.processor.PipelineProcessor;
import dev.batchwright.processor.RowStepProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs again after a change of the sources: the step that changed and what follows from it. */
class ChangedSourceTest {

    private static final String SOURCE = """
            package shop;

            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import java.nio.file.Path;

            public final class Shop {
                public record Line(long id, String text) {}
                public record Word(String text, int length) {}

                @Step
                public record ReadLines(int rows) implements SequentialSource<Line> {
                    public RowReader<Line> open(long firstRow) {
                        long[] next = {firstRow};
                        return () -> next[0] == rows ? null : new Line(next[0], "line " + next[0]++);
                    }
                }

                @Step(persist = Persist.ALWAYS)
                public record Measure() implements MapStep<Line, Word> {
                    public Word map(Line line) {
                        return new Word(line.text(), length(line));
                    }
                    private static int length(Line line) {
                        return line.text().length();
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

                public static RunReport run(Path cache) {
                    return Shop_WordsRunner.builder()
                            .readLines(new ReadLines(100))
                            .build()
                            .run(RunOptions.cacheAt(cache).progress(RunOptions.Progress.OFF));
                }
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void runOnce() throws Exception {
        assertThat(ran(run(SOURCE))).containsExactly("read-lines", "measure", "embed", "count");
    }

    @Test
    void nothingWhereTheSourcesOnlyMoved() throws Exception {
        assertThat(ran(run(SOURCE))).isEmpty();
    }

    @Test
    void onlyAStepWhoseVersionChangedIfNothingFollows() throws Exception {
        RunReport report = run(SOURCE.replace("version = \"one\"", "version = \"two\""));

        assertThat(ran(report)).containsExactly("embed");
        assertThat(report.step("embed").why()).isEqualTo("changed: code, version");
    }

    @Test
    void aStepWhoseBatchSizeChanged() throws Exception {
        RunReport report = run(SOURCE.replace("@BatchSize(10)", "@BatchSize(20)"));

        assertThat(ran(report)).containsExactly("embed");
        assertThat(report.step("embed").why()).contains("batch size");
    }

    @Test
    void aStepWhoseCodeChangedAndWhatFollows() throws Exception {
        RunReport report = run(SOURCE.replace("line.text().length()", "2 * line.text().length()"));

        assertThat(ran(report)).containsExactly("measure", "embed", "count");
        assertThat(report.step("measure").why()).isEqualTo("changed: code");
        assertThat(report.step("count").why()).isEqualTo("changed: step measure");
    }

    @Test
    void theStepsThatTakeOrMakeARowWhoseColumnsChanged() throws Exception {
        RunReport report =
                run(SOURCE.replace("record Word(String text, int length)", "record Word(String text, long length)"));

        assertThat(ran(report)).containsExactly("measure", "embed", "count");
        assertThat(report.step("measure").why()).contains("output schema");
    }

    private static List<String> ran(RunReport report) {
        return report.steps().stream()
                .filter(step -> step.calls() > 0)
                .map(StepReport::step)
                .toList();
    }

    /** Compiles the source into a folder of its own, runs it in a class loader of its own, always on the same cache. */
    private RunReport run(String source) throws Exception {
        Path classes = Files.createTempDirectory(folder, "classes");
        compile(source, classes);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            return (RunReport)
                    loader.loadClass("shop.Shop").getMethod("run", Path.class).invoke(null, folder.resolve("cache"));
        }
    }

    private static void compile(String source, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = Stream.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"))
                    .toList();
            JavaFileObject file =
                    new SimpleJavaFileObject(URI.create("string:///shop/Shop.java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            CompilationTask task = compiler.getTask(null, files, null, options, null, List.of(file));
            task.setProcessors(List.of(new RowStepProcessor(), new PipelineProcessor()));
            assertThat(task.call()).isTrue();
        }
    }
}
