package dev.batchwright.samples.everykind.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeavyRowTest {

    @TempDir
    Path folder;

    @Test
    void aRowThatIsTooLargeForItselfDoesNotMakeAllOthersComeAlone() throws IOException {
        RunReport report = Press_HeavyOnesRunner.builder()
                .readSheets(new Press.ReadSheets(Press.ROWS, 9))
                .pressHeavy(new Press.PressHeavy(777))
                .build()
                .run(Press.options(folder).threads(1));

        assertThat(report.step("press-heavy").retried())
                .as("halvings of one batch")
                .isBetween(10L, 14L);
        assertThat(info()).contains("\"batchRows\" : " + Press.BATCH);
        try (Press_HeavyOnesCache cache = Press_HeavyOnesCache.open(folder)) {
            assertThat(cache.pressHeavy()).containsExactlyElementsOf(Press.expected(Press.ROWS));
        }
    }

    private String info() throws IOException {
        try (var files = Files.walk(folder.resolve("press-heavy"))) {
            return Files.readString(
                    files.filter(path -> path.endsWith("step.json")).findFirst().orElseThrow());
        }
    }
}
