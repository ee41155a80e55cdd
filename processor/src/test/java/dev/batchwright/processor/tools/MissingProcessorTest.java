package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees whose compiler does not run the processor: {@code docs/generated-code.md} quotes it. */
class MissingProcessorTest {

    private static final Optional<List<Processor>> FOUND_BY_THE_COMPILER = Optional.empty();

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void writeSources() throws IOException {
        project = Project.ofJavac(folder);
        project.write("demo.Words", Project.resource("demo.Words"));
        project.write("demo.Main", """
                package demo;
                final class Main {
                  Object runner(Words.ReadLines lines) { return WordsRunner.builder().readLines(lines); }
                }""");
    }

    @Test
    void theCompilerNamesTheGeneratedClassThatIsNotThere() throws IOException {
        assertThat(compile("-proc:none").texts())
                .singleElement()
                .asString()
                .contains("cannot find symbol")
                .contains("symbol:   variable WordsRunner");
    }

    /** Before, the compiler runs whatever processor it finds on the class path. */
    @Test
    void fromJdk23OnAProcessorOnTheClassPathIsRunOnlyIfTheCompilerIsTold() throws IOException {
        boolean isRun = Runtime.version().feature() < 23;

        assertThat(compile().success()).isEqualTo(isRun);
        assertThat(compile("-proc:full").success()).isTrue();
    }

    private Project.Outcome compile(String... options) throws IOException {
        return project.compile(project.names(), List.of(), FOUND_BY_THE_COMPILER, options);
    }
}
