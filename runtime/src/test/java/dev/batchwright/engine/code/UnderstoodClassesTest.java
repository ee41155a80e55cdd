package dev.batchwright.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Class files as compilers make them are understood, so that none of them counts byte by byte. */
class UnderstoodClassesTest {

    private static final int EVERY = 20;

    private static List<Path> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private static void expectUnderstood(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThatCode(() -> ClassFile.sum(bytes)).as(file.toString()).doesNotThrowAnyException();
    }

    @Test
    void ofThisFramework() throws IOException, URISyntaxException {
        Path classes = Path.of(ClassCode.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Path> files = classesIn(classes);

        assertThat(files).hasSizeGreaterThan(100);
        for (Path file : files) {
            expectUnderstood(file);
        }
    }

    @Test
    void ofTheJdk() throws IOException {
        List<Path> files =
                classesIn(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base"));

        assertThat(files).hasSizeGreaterThan(1000);
        for (int i = 0; i < files.size(); i += EVERY) {
            expectUnderstood(files.get(i));
        }
    }
}
