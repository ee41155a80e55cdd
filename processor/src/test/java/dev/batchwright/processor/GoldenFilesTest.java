package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of what is generated. Rewritten with {@code -Dgolden.update=true}, so that changes are seen in review. */
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** So that a release changes no golden file. */
    private static final Pattern VERSION = Pattern.compile("(GeneratedCode\\.check\\(.*\")\\d[^\"]+\"");

    @Test
    void generatedFilesAreTheGoldenOnes() throws IOException {
        Map<String, String> generated = Generated.files(Compiling.cleanly(List.of(Sources.resource("Words"))));
        generated.replaceAll((path, text) -> VERSION.matcher(text).replaceFirst("$1VERSION\""));

        if (Boolean.getBoolean("golden.update")) {
            assertThat(System.getenv("CI"))
                    .as("Golden files are not rewritten where CI is set")
                    .isNull();
            rewrite(generated);
        }

        assertThat(generated).isEqualTo(golden());
    }

    private static Map<String, String> golden() throws IOException {
        Map<String, String> golden = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = FOLDER.relativize(file).toString().replace('\\', '/');
                golden.put(path.replaceFirst("\\.txt$", ""), Files.readString(file));
            }
        }
        return golden;
    }

    /** As text files, so that no tool takes them for sources. */
    private static void rewrite(Map<String, String> generated) throws IOException {
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path target = FOLDER.resolve(file.getKey() + ".txt");
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }
}
