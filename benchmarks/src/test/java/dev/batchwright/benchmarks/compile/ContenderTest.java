package dev.batchwright.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContenderTest {

    @TempDir
    private Path folder;

    @Test
    void asManyStepsAsAskedForWithRowsAndPipelines() {
        Map<String, String> sources = Contender.BATCHWRIGHT.sources(310);

        assertThat(sources.keySet()).filteredOn(name -> name.contains(".Step")).hasSize(310);
        assertThat(sources.keySet())
                .filteredOn(name -> name.endsWith(".Corpus"))
                .hasSize(30);
        assertThat(sources.keySet()).filteredOn(name -> name.contains(".Row")).hasSizeBetween(100, 200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BATCHWRIGHT")
    void othersHaveAsManyTypesAsThereAreStepsAndRows(Contender other) {
        long stepsAndRows = Contender.BATCHWRIGHT.sources(100).keySet().stream()
                .filter(name -> name.contains(".Step") || name.contains(".Row"))
                .count();

        assertThat(other.sources(100).keySet())
                .filteredOn(name -> name.contains(".Type"))
                .hasSize((int) stepsAndRows);
    }

    @Test
    void theSourcesCompile() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source :
                Contender.BATCHWRIGHT.sources(100).entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
            assertThat(compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                            .call())
                    .isTrue();
        }
    }
}
