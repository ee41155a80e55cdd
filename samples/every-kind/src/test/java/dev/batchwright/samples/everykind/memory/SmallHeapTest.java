package dev.batchwright.samples.everykind.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes with a small heap, and steps that exhaust it. */
class SmallHeapTest {

    /** A batch of 4,096 rows needs 128 MiB, one of 512 needs 16 MiB. */
    private static final int BYTES_PER_ROW = 32 << 10;

    @TempDir
    Path folder;

    @Test
    void aCallThatExhaustsTheHeapIsMadeAgainWithHalfOfItsRows() throws Exception {
        List<String> said = run("batches", BYTES_PER_ROW);

        assertThat(said).as(said.toString()).contains("left 0 0");
        assertThat(timesTriedAgain(said, "press-sheets")).isPositive();
        assertThat(timesTriedAgain(said, "press-again")).isPositive();
        assertThat(said).anyMatch(line -> line.startsWith("warning: step press-sheets allocates up to"));
        assertThat(said)
                .as("who was at work when the heap was fullest")
                .anyMatch(line -> line.startsWith("at work [press-"));
        try (Press_PressesCache cache = Press_PressesCache.open(folder)) {
            assertThat(cache.pressSheets()).containsExactlyElementsOf(Press.expected(Press.ROWS));
            assertThat(cache.pressAgain()).containsExactlyElementsOf(Press.expected(Press.ROWS));
        }
    }

    @Test
    void laterRunsKnowHowMuchIsTooMuch() throws Exception {
        run("batches", BYTES_PER_ROW);
        int rows = batchRows("press-sheets");
        removeParts("press-sheets");
        removeParts("press-again");

        List<String> said = run("batches", BYTES_PER_ROW);

        assertThat(rows).isLessThan(Press.BATCH / 2);
        assertThat(batchRows("press-sheets")).isEqualTo(rows);
        assertThat(timesTriedAgain(said, "press-sheets")).isZero();
        assertThat(timesTriedAgain(said, "press-again")).isZero();
        try (Press_PressesCache cache = Press_PressesCache.open(folder)) {
            assertThat(cache.pressSheets()).containsExactlyElementsOf(Press.expected(Press.ROWS));
        }
    }

    @Test
    void aRowThatAloneExhaustsTheHeapEndsTheRunWithAdvice() throws Exception {
        List<String> said = run("rows", 256 << 20);

        assertThat(said)
                .singleElement()
                .asString()
                .contains("failed: Step press-one failed in shard 0 at row 0 of its input: java.lang.OutOfMemoryError")
                .contains("larger heap (-Xmx)")
                .contains("@Step(isolated = true");
    }

    private List<String> run(String what, int bytesPerRow) throws IOException, InterruptedException {
        Path out = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        what,
                        folder.toString(),
                        Integer.toString(bytesPerRow))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        List<String> said = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said.toString()).isZero();
        return said;
    }

    private static int timesTriedAgain(List<String> said, String step) {
        return said.stream()
                .filter(line -> line.startsWith(step + " tried again "))
                .mapToInt(line -> Integer.parseInt(line.substring((step + " tried again ").length())))
                .findFirst()
                .orElseThrow();
    }

    private int batchRows(String step) throws IOException {
        try (var files = Files.walk(folder.resolve(step))) {
            Path file =
                    files.filter(path -> path.endsWith("step.json")).findFirst().orElseThrow();
            JsonNode info = new ObjectMapper().readTree(file.toFile());
            return info.get("memory").get("batchRows").intValue();
        }
    }

    private void removeParts(String step) throws IOException {
        List<Path> parts;
        try (var files = Files.walk(folder.resolve(step))) {
            parts = files.filter(path -> path.getFileName().toString().matches("\\d+\\.\\d+\\..*"))
                    .toList();
        }
        assertThat(parts).isNotEmpty();
        for (Path part : parts) {
            Files.delete(part);
        }
    }
}
