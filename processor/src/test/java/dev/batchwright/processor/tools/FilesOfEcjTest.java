package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.processor.PipelineProcessor;
import dev.batchwright.processor.RowStepProcessor;
import dev.batchwright.processor.SchemaProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written past the compiler, which has to know the same under the compiler of Eclipse. */
class FilesOfEcjTest {

    @TempDir
    private Path folder;

    @Test
    void thePageAndTheSchemasAreThoseOfJavac() throws IOException {
        List<String> ofJavac = written(ToolProvider.getSystemJavaCompiler());
        List<String> ofEcj = written(new EclipseCompiler());

        assertThat(ofJavac).hasSize(4).contains("demo.Words.Line.json", "words.html");
        assertThat(ofEcj).isEqualTo(ofJavac);
        for (String name : ofJavac) {
            assertThat(folder.resolve("EclipseCompiler/written").resolve(name))
                    .hasSameTextualContentAs(folder.resolve("JavacTool/written").resolve(name));
        }
    }

    private List<String> written(JavaCompiler compiler) throws IOException {
        Path place = folder.resolve(compiler.getClass().getSimpleName());
        Path files = place.resolve("written");
        Project project = Project.of(compiler, place);
        project.write("demo.Words", Project.resource("demo.Words"));
        project.compile(
                        List.of("demo.Words"),
                        List.of(),
                        Optional.of(List.of(new RowStepProcessor(), new PipelineProcessor(), new SchemaProcessor())),
                        "-sourcepath",
                        place.resolve("sources").toString(),
                        "-Abatchwright.report=" + files,
                        "-Abatchwright.schemas=" + files)
                .isClean();
        try (Stream<Path> listed = Files.list(files)) {
            return listed.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
