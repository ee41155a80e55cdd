package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Rows, steps and pipelines in different packages. */
class PackagesTest {

    private static final String DOC = "package rows; %srecord Doc(int a) {}";
    private static final String STEPS = """
            package steps;
            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import rows.Doc;
            public final class Steps {
              private Steps() {}
              @Step public record Read() implements SequentialSource<Doc> { @Override public RowReader<Doc> open(long first) { return null; } }
              @Step %srecord Keep() implements FilterStep<Doc> { @Override public boolean keep(Doc row) { return true; } }
            }""";
    private static final String PIPELINE = """
            package pipeline;
            import dev.batchwright.annotation.*;
            import steps.Steps;
            @Pipeline
            @Flow({Steps.Read.class, Steps.Keep.class})
            interface Corpus {}""";

    @Test
    void publicRowsAndStepsAreUsedAcrossPackages() {
        Compilation compilation = compile("public ", "public ");

        assertThat(compilation.errors()).isEmpty();
        assertThat(Generated.names(compilation))
                .contains("rows.DocShardSerializer", "steps.Steps_KeepBatchManager", "pipeline.CorpusRunner");
    }

    @Test
    void aSerializerIsAsVisibleAsItsRow() {
        Compilation compilation =
                Compiling.cleanly(Sources.demos("@Row record Hidden(int a) {}", "@Row public record Shown(int a) {}"));

        assertThat(Generated.files(compilation).get("demo/HiddenShardSerializer.java"))
                .contains("\nfinal class HiddenShardSerializer ");
        assertThat(Generated.files(compilation).get("demo/ShownShardSerializer.java"))
                .contains("\npublic final class ShownShardSerializer ");
    }

    /** The class is inherited, so that the compiler lets the pipeline name it; generated code names it where it is declared. */
    @Test
    void aStepThatIsPublicOnlyByInheritanceIsReported() {
        String hidden = STEPS.formatted("public ").replace("public final class Steps", "class Hidden");
        Compilation compilation = Compiling.of(List.of(
                JavaFileObjects.forSourceString("rows.Doc", DOC.formatted("public ")),
                JavaFileObjects.forSourceString("steps.Hidden", hidden.replace("private Steps() {}", "")),
                JavaFileObjects.forSourceString("steps.Steps", "package steps; public class Steps extends Hidden {}"),
                JavaFileObjects.forSourceString("pipeline.Corpus", PIPELINE)));

        assertThat(messages(compilation))
                .contains(
                        "[StepNotAccessible] Keep is not accessible from package pipeline, where CorpusRunner is"
                                + " generated. Make it and the types around it public. See docs/diagnostics.md#StepNotAccessible");
    }

    private static List<String> messages(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    private static Compilation compile(String rowModifier, String stepModifier) {
        return Compiling.of(List.of(
                JavaFileObjects.forSourceString("rows.Doc", DOC.formatted(rowModifier)),
                JavaFileObjects.forSourceString("steps.Steps", STEPS.formatted(stepModifier)),
                JavaFileObjects.forSourceString("pipeline.Corpus", PIPELINE)));
    }
}
