package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The newest compiler, with what the language has got since Java 17, and without. */
@EnabledForJreRange(min = JRE.JAVA_25)
class NewSyntaxTest {

    @TempDir
    private Path folder;

    @Test
    void java25IsUnderstoodInRowsStepsAndAround() throws Exception {
        Project project = Project.ofJavac(folder);
        project.write("demo.Doc", """
                package demo;
                import module java.base;
                /// A document, in *Markdown*.
                ///
                /// - with a list
                public record Doc(int a, Size size, List<String> tags) {
                  /// Either of them.
                  public sealed interface Size permits Small, Large {}
                  public record Small(int of) implements Size {}
                  public record Large(long of, long more) implements Size {}
                }""");
        project.write("demo.Read", """
                package demo;
                import dev.batchwright.*;
                import dev.batchwright.annotation.*;
                /// Reads.
                @Step public class Read extends Base implements SequentialSource<Doc> {
                  @Config final int least;
                  public Read(int least) {
                    if (least < 0) throw new IllegalArgumentException();
                    this.least = least;
                    super(least + 1);
                  }
                  @Override public RowReader<Doc> open(long first) {
                    try { return () -> null; } catch (IllegalStateException _) { return null; }
                  }
                }
                abstract class Base { Base(int more) {} }
                """);
        project.write("demo.Keep", """
                package demo;
                import dev.batchwright.*;
                import dev.batchwright.annotation.*;
                @Step record Keep() implements FilterStep<Doc> {
                  @Override public boolean keep(Doc row) {
                    return switch (row) {
                      case Doc(var a, Doc.Small(var _), var _) when a > 0 -> true;
                      case Doc(int _, Doc.Large(long of, _), var tags) -> tags.isEmpty() && of > 0;
                      case Doc _ -> false;
                    };
                  }
                }""");
        project.write("demo.Corpus", """
                package demo;
                import dev.batchwright.annotation.*;
                @Pipeline @Flow({Read.class, Keep.class}) interface Corpus {}""");
        project.write("Main", """
                static Object text() { return demo.Use.text(); }
                void main() { IO.println(text()); }
                """);
        project.write("demo.Use", """
                package demo;
                public class Use {
                  public static Object text() {
                    return CorpusRunner.builder().read(new Read(2)).build().definition().nodes().getFirst().name();
                  }
                }""");

        project.compileAll("--release", "25").isClean();

        assertThat(project.run("demo.Use", "text")).isEqualTo("read");
    }

    @Test
    void olderSourcesAreCompiledForOlderJdks() throws IOException {
        for (String release : new String[] {"17", "21"}) {
            Project project = Project.ofJavac(folder.resolve(release));
            project.write("demo.Words", Project.resource("demo.Words"));
            project.compileAll("--release", release).isClean();
        }
    }
}
