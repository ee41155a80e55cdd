package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows and steps that come from the class files of another module. */
class OtherModulesTest {

    private static final String LIBRARY = """
            public final class Library {
              private Library() {}
              public record Doc(int a) {}
              @Step public record Read() implements SequentialSource<Doc> { @Override public RowReader<Doc> open(long first) { return null; } }
              @Step public record Keep(int least) implements FilterStep<Doc> { @Override public boolean keep(Doc row) { return true; } }
            }""";
    private static final String PIPELINE =
            "@Pipeline @Flow({Library.Read.class, Library.Keep.class}) interface Corpus {}";

    @TempDir
    private Path library;

    @Test
    void stepsAndSerializersOfAnotherModuleAreUsedAndNotMadeAgain() throws IOException {
        store(Compiling.cleanly(Sources.demos(LIBRARY)));

        Compilation compilation = compile(PIPELINE);

        assertThat(compilation.errors()).isEmpty();
        assertThat(Generated.names(compilation)).containsExactly("demo.CorpusCache", "demo.CorpusRunner");
    }

    @Test
    void aRowOfAModuleWithoutTheProcessorIsMadeWhereItIsUsed() throws IOException {
        store(Compiler.javac().compile(Sources.demos("public record Doc(int a, List<String> tags) {}")));

        Compilation compilation = compile(
                "@Step record Keep() implements FilterStep<Doc> { @Override public boolean keep(Doc row) { return true; } }");

        assertThat(compilation.errors()).isEmpty();
        assertThat(Generated.names(compilation)).contains("demo.DocShardSerializer", "demo.DocBatch");
    }

    @Test
    void aStepOfAModuleWithoutTheProcessorIsRefused() throws IOException {
        store(Compiler.javac().compile(Sources.demos(LIBRARY)));

        Compilation compilation = compile(PIPELINE);

        assertThat(compilation.errors()).hasSize(2);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .isEqualTo("[FlowStepNotAStep] Read has no Library_ReadBatchManager."
                        + " Compile the module that it comes from with this processor."
                        + " See docs/diagnostics.md#FlowStepNotAStep");
    }

    private Compilation compile(String source) {
        List<File> classpath = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(File::new)
                        .toList());
        classpath.add(library.toFile());
        List<Processor> processors = List.of(new RowStepProcessor(), new PipelineProcessor());
        return Compiler.javac()
                .withClasspath(classpath)
                .withProcessors(processors)
                .compile(Sources.demos(source));
    }

    private void store(Compilation compilation) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = library.resolve(file.toUri().getPath().substring("/CLASS_OUTPUT/".length()));
                Files.createDirectories(target.getParent());
                try (InputStream in = file.openInputStream()) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
