package dev.batchwright.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void showsTheQuickstartAsItIs() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/batchwright/samples/quickstart/Quickstart.java"));
        String withoutImports = source.substring(source.indexOf("/** Rates")).strip();

        assertThat(Files.readString(Path.of("../../README.md"))).contains("```java\n" + withoutImports + "\n```");
    }
}
