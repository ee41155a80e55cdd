package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lombok, which changes classes while they compile, beside us in either order. */
class LombokTest {

    private static final String HEAD = """
            package demo;
            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import lombok.*;
            import lombok.extern.slf4j.Slf4j;
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void buildsRowsAndStepsOnWhichWeWork(boolean lombokFirst) throws Exception {
        Project project = Project.ofJavac(folder);
        project.write("demo.Doc", HEAD + "@Builder @With public record Doc(int a, String text) {}");
        project.write("demo.Read", HEAD + """
                @Step @Slf4j public record Read() implements SequentialSource<Doc> {
                  @Override public RowReader<Doc> open(long first) {
                    log.info("reads");
                    return () -> Doc.builder().a(1).text("x").build().withA(2);
                  }
                }""");
        project.write("demo.Keep", HEAD + """
                @Step @Slf4j @RequiredArgsConstructor public final class Keep implements FilterStep<Doc> {
                  @Config @Getter(AccessLevel.PACKAGE) @lombok.experimental.Accessors(fluent = true) private final int least;
                  @Override public boolean keep(Doc row) { log.debug("keeps"); return row.a() >= least; }
                }""");
        project.write("demo.Shorten", HEAD + """
                @Step @Value public class Shorten implements MapStep<Doc, Doc> {
                  @Config @lombok.experimental.NonFinal @lombok.experimental.PackagePrivate int longest;
                  @Override public Doc map(Doc row) { return row.withText(row.text().substring(0, longest)); }
                }""");
        project.write(
                "demo.Corpus",
                HEAD + "@Pipeline @Flow({Read.class, Keep.class, Shorten.class}) public interface Corpus {}");
        project.write("demo.Use", HEAD + """
                public final class Use {
                  public static String configuration() {
                    var configuration = new dev.batchwright.generated.Configuration();
                    new KeepBatchManager(new Keep(3)).configure(configuration);
                    new ShortenBatchManager(new Shorten(7)).configure(configuration);
                    return configuration.values() + " " + CorpusRunner.builder().keep(new Keep(3)).shorten(new Shorten(7))
                        .build().definition().nodes().size();
                  }
                }""");

        List<Processor> processors = new ArrayList<>(Project.ours());
        processors.add(lombokFirst ? 0 : processors.size(), lombok());
        Project.Outcome outcome = project.compile(project.names(), List.of(), Optional.of(processors), "-proc:full");

        assertThat(outcome.success()).as("%s", outcome.texts()).isTrue();

        assertThat(project.run("demo.Use", "configuration")).isEqualTo("{least=3, longest=7} 3");
    }

    private static Processor lombok() throws IOException {
        for (Processor processor : ServiceLoader.load(Processor.class)) {
            if (processor.getClass().getName().startsWith("lombok.launch.AnnotationProcessorHider$Annotation")) {
                return processor;
            }
        }
        throw new IOException("Lombok is not on the class path");
    }
}
