package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what other tools know generated code. */
class MarksTest {

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() throws IOException {
        project = Project.ofJavac(folder);
    }

    @Test
    void jacocoLeavesGeneratedClassesOutAndTheirNestedOnesToo() throws IOException {
        project.write("demo.Words", Project.resource("demo.Words"));
        project.write("demo.Apart", """
                package demo;
                import dev.batchwright.*;
                import dev.batchwright.annotation.*;
                @Step(isolated = true) record Apart() implements FilterStep<Words.Line>, java.io.Serializable {
                  @Override public boolean keep(Words.Line row) { return true; }
                }""");
        project.compileAll().isClean();
        assertThat(project.classes())
                .containsKeys("demo/WordsRunner$Builder.class", "demo/ApartBatchManager$Sent.class");

        List<String> counted = new ArrayList<>();
        new Analyzer(new ExecutionDataStore(), (IClassCoverage found) -> {
                    if (found.getInstructionCounter().getTotalCount() > 0) {
                        counted.add(found.getName());
                    }
                })
                .analyzeAll(project.classFolder().toFile());

        assertThat(counted)
                .containsExactlyInAnyOrder(
                        "demo/Apart",
                        "demo/Words$Count",
                        "demo/Words$KeepLong",
                        "demo/Words$Line",
                        "demo/Words$ReadLines",
                        "demo/Words$Split",
                        "demo/Words$Total",
                        "demo/Words$Word");
    }

    /** Tools that look for it find it wherever sources may name it. */
    @Test
    void theMarkOfTheJdkIsThereWhereTheModuleReadsIt() throws IOException {
        project.write("demo.Doc", "package demo; @dev.batchwright.annotation.Row record Doc(int a) {}");
        project.compileAll().isClean();
        assertThat(isMarked()).isTrue();

        project.write("module-info", "module demo { requires dev.batchwright.runtime; }");
        project.compileAll("--module-path", modulePath()).isClean();
        assertThat(isMarked()).isFalse();

        project.write("module-info", "module demo { requires dev.batchwright.runtime; requires java.compiler; }");
        project.compileAll("--module-path", modulePath()).isClean();
        assertThat(isMarked()).isTrue();
    }

    private boolean isMarked() throws IOException {
        return Objects.requireNonNull(project.generated().get("demo/DocBatch.java"))
                .contains("\n@Generated(\"dev.batchwright.processor.RowStepProcessor\")\n");
    }

    /** The runtime and the modules that it requires. */
    private static String modulePath() {
        Pattern wanted =
                Pattern.compile("annotations|runtime|parquet-shaded|jspecify|jackson|zstd|lz4|slf4j-api|fastcsv");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> wanted.matcher(path).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void anAccessorMayGiveNullWhereTheRowMayHoldIt() throws IOException {
        project.write("demo.Doc", """
                package demo;
                import dev.batchwright.annotation.Row;
                import java.lang.annotation.*;
                import java.util.*;
                @Row public record Doc(
                    @org.jspecify.annotations.Nullable String name,
                    byte @org.jspecify.annotations.Nullable [] bytes,
                    Doc.@org.jspecify.annotations.Nullable Color color,
                    @org.jspecify.annotations.Nullable List<String> tags,
                    @OnMethods.Nullable Integer number,
                    @Anywhere.Nullable Long length,
                    @Components.Nullable Long width,
                    @Hidden.Nullable Long depth,
                    String title) {
                  public enum Color { RED }
                  public interface OnMethods { @Target({ElementType.METHOD, ElementType.PARAMETER}) @interface Nullable {} }
                  public interface Anywhere { @interface Nullable {} }
                  public interface Components { @Target(ElementType.RECORD_COMPONENT) @interface Nullable {} }
                  private interface Hidden { @interface Nullable {} }
                }""");

        project.compileAll().isClean();

        Map<String, String> generated = project.generated();
        assertThat(generated.get("demo/DocBatch.java"))
                .contains("    public @Nullable String name(int row) {")
                .contains("    public byte @Nullable [] bytes(int row) {")
                .contains("    public Doc.@Nullable Color color(int row) {")
                .contains("    public @Nullable List<String> tags(int row) {")
                .contains("    @Doc.OnMethods.Nullable\n    public Integer number(int row) {")
                .contains("    @Doc.Anywhere.Nullable\n    public Long length(int row) {")
                .contains("*/\n    public Long width(int row) {")
                .contains("*/\n    public Long depth(int row) {")
                .contains("*/\n    public String title(int row) {");
    }
}
