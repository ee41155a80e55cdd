package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.processor.PipelineProcessor;
import dev.batchwright.processor.RowStepProcessor;
import dev.batchwright.processor.SchemaProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Gradle needs to know in order to process only what has changed. */
class OriginsTest {

    private static final Pattern FROM = Pattern.compile("^// Made by Batchwright from (\\S+)\\. ");
    private static final Map<String, String> SOURCES = Map.of(
            "demo.Pipes", Project.resource("demo.Pipes"),
            "demo.JsonLinesSource", Project.resource("demo.JsonLinesSource"),
            "demo.Outer", """
                    package demo;
                    import dev.batchwright.*;
                    import dev.batchwright.annotation.*;
                    @Step public final class Outer implements MapStep<Outer.Taken, Outer.Inner.Made> {
                      public record Taken(int a) {}
                      public static final class Inner { public record Made(int b, Part part) {} }
                      @Row record Part(long c) {}
                      @Override public Inner.Made map(Taken row) { return new Inner.Made(row.a(), new Part(1)); }
                      @Step record Again() implements FilterStep<Outer.Inner.Made> {
                        @Override public boolean keep(Outer.Inner.Made row) { return true; }
                      }
                    }""");

    @TempDir
    private Path folder;

    private final Origins rowsAndSteps = new Origins();
    private final Origins pipelines = new Origins();

    @Test
    void eachFileOfARowOrAStepStemsFromThatOneAlone() throws IOException {
        Map<String, String> generated = compile().generated();

        assertThat(rowsAndSteps.byFile())
                .hasSize(26)
                .containsKeys(
                        "demo.Outer_Inner_MadeShardSerializer",
                        "demo.Outer_PartBatch",
                        "demo.Outer_AgainBatchManager",
                        "demo.Pipes_ReviewShardSerializer")
                .allSatisfy((type, origins) -> assertThat(origins).as(type).containsExactly(madeFrom(generated, type)));
    }

    @Test
    void whatIsMadeOfAPipelineStemsFromIt() throws IOException {
        compile();

        assertThat(pipelines.byFile())
                .containsOnlyKeys(
                        "demo.Pipes_CorpusRunner",
                        "demo.Pipes_CorpusCache",
                        "META-INF/batchwright/corpus.json",
                        "META-INF/batchwright/corpus.mmd")
                .allSatisfy((file, origins) -> assertThat(origins).containsExactly("demo.Pipes.Corpus"));
    }

    /** Where the row cannot be processed again, its serializer goes and comes with the step. */
    @Test
    void aSerializerOfARowFromElsewhereStemsFromTheStep() throws IOException {
        Project library = Project.ofJavac(folder.resolve("library"));
        library.write("rows.Foreign", "package rows; public record Foreign(int a) {}");
        library.compileAll().isClean();
        Project project = Project.ofJavac(folder);
        project.write("demo.Keep", """
                package demo;
                import dev.batchwright.*;
                import dev.batchwright.annotation.*;
                @Step record Keep() implements FilterStep<rows.Foreign> {
                  @Override public boolean keep(rows.Foreign row) { return true; }
                }""");

        compile(project, "-cp", library.classFolder() + java.io.File.pathSeparator + classPath());

        assertThat(rowsAndSteps.byFile())
                .containsOnlyKeys("rows.ForeignShardSerializer", "rows.ForeignBatch", "demo.KeepBatchManager")
                .allSatisfy((file, origins) -> assertThat(origins).containsExactly("demo.Keep"));
    }

    @Test
    void gradleIsToldSo() throws IOException {
        String path = "/META-INF/gradle/incremental.annotation.processors";
        try (var in = Objects.requireNonNull(RowStepProcessor.class.getResourceAsStream(path))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyInAnyOrder(
                            RowStepProcessor.class.getName() + ",isolating",
                            PipelineProcessor.class.getName() + ",aggregating",
                            SchemaProcessor.class.getName() + ",dynamic");
        }
    }

    private Project compile() throws IOException {
        Project project = Project.ofJavac(folder);
        project.write(SOURCES);
        compile(project);
        return project;
    }

    private void compile(Project project, String... options) throws IOException {
        project.compile(
                        project.names(),
                        List.of(),
                        Optional.of(List.of(
                                rowsAndSteps.around(new RowStepProcessor()),
                                pipelines.around(new PipelineProcessor()))),
                        options)
                .isClean();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String madeFrom(Map<String, String> generated, String type) {
        String source = Objects.requireNonNull(generated.get(type.replace('.', '/') + ".java"), type);
        return FROM.matcher(source)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
