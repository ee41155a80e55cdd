package dev.batchwright.samples.everykind.distilabel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.samples.everykind.distilabel.KeepScored.Scored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page {@code docs/coming-from-distilabel.md} and its example. */
class ComingFromDistilabelTest {

    @TempDir
    private Path folder;

    @Test
    void showsTheExampleAsItIs() throws IOException {
        String source =
                Files.readString(Path.of("src/test/java/dev/batchwright/samples/everykind/distilabel/KeepScored.java"));
        String withoutImports = source.substring(source.indexOf("/** Goes on")).strip();

        assertThat(Files.readString(Path.of("../../docs/coming-from-distilabel.md")))
                .contains("```java\n" + withoutImports + "\n```");
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1-stopped", "L2-stopped", "L3-finished"})
    void keepsWhatTheExampleSays(String name) throws IOException {
        KeepScored.run(Caches.FOLDER.resolve(name), folder);

        List<Scored> expected = Caches.expected(name, "score").stream()
                .filter(row -> row.score() != null && row.score() >= 2.5)
                .map(row -> new Scored(row.id(), String.valueOf(row.cleanText()), row.score()))
                .toList();
        try (KeepScoredCache cache = KeepScoredCache.open(folder)) {
            assertThat(cache.keepGood().stream().toList()).isEqualTo(expected).isNotEmpty();
        }
    }

    @Test
    void printsWhatIsThereAndWhatIsWrong() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            KeepScored.look(Caches.FOLDER.resolve("L3-damaged"));
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(": 34 rows of load")
                .contains(": 28 rows of clean")
                .contains("{\"id\":0,\"text\":\"The harbour was quiet before dawn.\"")
                .contains("kind=MISSING, path=reading/steps_data/load_")
                .contains("kind=UNREADABLE, path=reading/steps_data/clean_");
    }
}
