package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler of Eclipse, which IDEs and some builds use. */
class EcjTest {

    private static final List<String> SOURCES =
            List.of("Words", "Pipes", "PipesUse", "JsonLinesSource", "Everything", "EverythingRoundTrip");

    /** All but those about texts that could be translated, and about the manner of writing. */
    private static final String[] WARNINGS = {"-warn:+all", "-warn:-nls,emptyBlock,boxing,unqualifiedField,super,hiding"
    };

    @TempDir
    private static Path folder;

    private static Project javac;
    private static Project ecj;
    private static Project.Outcome warnings;

    @BeforeAll
    static void compileWithBoth() throws IOException {
        javac = Project.ofJavac(folder.resolve("javac"));
        ecj = Project.of(new EclipseCompiler(), folder.resolve("ecj"));
        for (String source : SOURCES) {
            javac.write("demo." + source, Project.resource("demo." + source));
            ecj.write("demo." + source, Project.resource("demo." + source));
        }
        javac.compileAll().isClean();
        warnings = ecj.compileAll(WARNINGS);
    }

    @Test
    void makesTheSameFilesAsJavac() throws IOException {
        Map<String, String> expected = javac.generated();

        assertThat(warnings.success()).as("%s", warnings.texts()).isTrue();
        assertThat(ecj.generated()).containsOnlyKeys(expected.keySet());
        ecj.generated().forEach((file, text) -> assertThat(text).as(file).isEqualTo(expected.get(file)));
    }

    @Test
    void findsNothingToWarnOfInWhatIsGenerated() {
        assertThat(warnings.messages())
                .isNotEmpty()
                .noneMatch(message -> message.getSource().getName().contains("generated"));
    }

    @Test
    void whatItCompiledRuns() throws Exception {
        assertThat(ecj.run("demo.EverythingRoundTrip", "wholeRows")).isEqualTo(true);
        assertThat(ecj.run("demo.PipesUse", "graph")).isEqualTo(javac.run("demo.PipesUse", "graph"));
    }

    /** ECJ knows the places of records and what is in them only where they are parts of something else. */
    @Test
    void saysTheSameAsJavacAndOnTheSameLinesWhereEcjKnowsThem() throws IOException {
        Map<String, String> sources = Map.of("demo.Wrong", """
                package demo;
                import dev.batchwright.*;
                import dev.batchwright.annotation.*;
                import java.util.*;
                public interface Wrong {
                  @Row
                  record Doc(int a,
                      Queue<String> queue) {}
                  record Other(int a) {}
                  record Third(long b) {}
                  @Step final class Read implements SequentialSource<Other> {
                    @Override public RowReader<Other> open(long first) { return () -> null; }
                  }
                  @Step(
                      retries = -1)
                  final class Retry implements FilterStep<Other> {
                    @Override public boolean keep(Other row) { return true; }
                  }
                  @Step final class Use implements FilterStep<Doc> {
                    @Config
                    Object notConfiguration;
                    @Override public boolean keep(Doc row) { return true; }
                  }
                  @Step
                  final class Twice implements FilterStep<Other>, MapStep<Other, Other> {
                    @Override public boolean keep(Other row) { return true; }
                    @Override public Other map(Other row) { return row; }
                  }
                  @Step final class Fits implements FilterStep<Third> {
                    @Override public boolean keep(Third row) { return true; }
                  }
                  @Pipeline
                  @Flow({Read.class, Fits.class})
                  interface Corpus {}
                }""");
        Project byJavac = Project.ofJavac(folder.resolve("wrong javac"));
        byJavac.write(sources);
        Project byEcj = Project.of(new EclipseCompiler(), folder.resolve("wrong ecj"));
        byEcj.write(sources);

        List<String> said = byJavac.compileAll().oursByLine();

        assertThat(said).hasSize(5);
        assertThat(byEcj.compileAll("-nowarn").oursByLine())
                .containsExactlyInAnyOrderElementsOf(said.stream()
                        .map(line -> line.replaceFirst("8 (\\[ColumnTypeUnsupported])", "0 $1"))
                        .toList());
    }
}
