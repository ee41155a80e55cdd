package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchId;
import dev.batchwright.BatchwrightException;
import dev.batchwright.InvalidRowException;
import dev.batchwright.StepContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

    private static final String MARKER = ".batchwright-write";

    @TempDir
    Path parent;

    private Path directory = Path.of("");

    @BeforeEach
    void nameADirectoryThatDoesNotExist() {
        directory = parent.resolve("a/b");
    }

    @Test
    void writesAFileForEachBatchAndReplacesItWhenTheBatchComesAgain() throws Exception {
        open("write", 0, "one", ".jsonl");
        write(3, 17, ".jsonl", "first");
        write(123456, 1234567, ".jsonl", "second");
        write(3, 17, ".jsonl", "again");

        assertThat(files()).containsExactly(MARKER, "00003-000017.jsonl", "123456-1234567.jsonl");
        assertThat(directory.resolve("00003-000017.jsonl"))
                .hasContent("{\"title\":\"again\",\"rating\":1,\"note\":null}\n");
    }

    @Test
    void aBatchThatFailsLeavesTheEarlierFileAndNothingElse() throws Exception {
        open("write", 0, "one", ".jsonl");
        write(0, 0, ".jsonl", "good");

        assertThatThrownBy(() -> write(0, 0, ".jsonl", "half \ud800"))
                .isInstanceOf(InvalidRowException.class)
                .hasMessage(
                        "Column title holds half of a surrogate pair at character 5, which UTF-8 cannot express. Remove it,"
                                + " or store the text as a byte[].");
        assertThat(files()).containsExactly(MARKER, "00000-000000.jsonl");
        assertThat(directory.resolve("00000-000000.jsonl")).content().contains("good");
    }

    @Test
    void aResumedRunKeepsTheFilesAndRemovesWhatACrashLeftBehind() throws Exception {
        open("write", 0, "one", ".jsonl");
        write(0, 0, ".jsonl", "kept");
        String unfinished = ".00000-000001.jsonl.tmp-123e4567-e89b-12d3-a456-426614174000";
        Files.writeString(directory.resolve(unfinished), "{\"tit");

        open("write", 0, "one", ".jsonl");

        assertThat(files()).containsExactly(MARKER, "00000-000000.jsonl");
    }

    @Test
    void aChangedStepRemovesItsEarlierFilesAndNoOthers() throws Exception {
        open("write", 0, "one", ".jsonl");
        write(0, 0, ".jsonl", "stale");
        write(0, 1, ".jsonl", "stale");
        List<String> foreign = List.of(
                "00000-000000.jsonl.bak", "0000-000000.jsonl", "README.md", "x00000-000000.jsonl", "00000-000000.csv");
        for (String name : foreign) {
            Files.writeString(directory.resolve(name), "");
        }

        open("write", 1, "two", ".jsonl");
        assertThat(files()).contains("00000-000000.jsonl", "00000-000001.jsonl");

        open("write", 0, "two", ".jsonl.gz");
        write(0, 0, ".jsonl.gz", "fresh");

        assertThat(files())
                .contains(MARKER, "00000-000000.jsonl.gz")
                .containsAll(foreign)
                .hasSize(2 + foreign.size());
        assertThat(directory.resolve(MARKER)).hasContent("fingerprint two\nsuffix .jsonl.gz\n");
    }

    @Test
    void filesOfTheSameNamesThatTheStepDidNotWriteAreRefused() throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("00000-000000.jsonl"), "precious");

        assertThatThrownBy(() -> open("write", 0, "one", ".jsonl"))
                .isInstanceOf(BatchwrightException.class)
                .hasMessage("The directory " + directory
                        + " holds files that are named like the output of step write but were not"
                        + " written by it, such as 00000-000000.jsonl. Remove them, or name another directory.");
        assertThat(files()).containsExactly("00000-000000.jsonl");
    }

    @Test
    void theOutputOfAnotherStepIsRefused() throws Exception {
        open("other", 0, "one", ".csv");

        assertThatThrownBy(() -> open("write", 0, "one", ".jsonl"))
                .hasMessage("The directory " + directory
                        + " holds the output of step other, so step write does not write to it."
                        + " Give each sink a directory of its own.");
    }

    @Test
    void aDamagedMarkerIsRefused() throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(MARKER), "finger");

        assertThatThrownBy(() -> open("write", 0, "one", ".jsonl")).hasMessageContaining("is damaged");
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsRefused() throws Exception {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "");

        assertThatThrownBy(() -> open("write", 0, "one", ".jsonl"))
                .hasMessage("Step write cannot use the directory " + directory
                        + ": it is not a directory. Name a directory that this process may write to.");
    }

    @Test
    void aDirectoryThatVanishedIsNamed() {
        assertThatThrownBy(() -> write(0, 0, ".jsonl", "a"))
                .isInstanceOf(BatchwrightException.class)
                .hasMessage("Step write could not write " + directory.resolve("00000-000000.jsonl")
                        + ": there is no such file or directory. Nothing of the batch was kept.");
    }

    @Test
    void aSuffixThatWouldLeaveTheDirectoryIsRefused() {
        assertThatThrownBy(() -> write(0, 0, "/../x", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    private void open(String step, int worker, String fingerprint, String suffix) throws Exception {
        new Steps.WriteJson<>(directory, new ReviewSerializer(), suffix)
                .open(new StepContext(step, worker, fingerprint));
    }

    private void write(int shard, long batch, String suffix, String title) throws Exception {
        new Steps.WriteJson<>(directory, new ReviewSerializer(), suffix)
                .write(Steps.batch(List.of(new Review(title, 1, null))), new BatchId("write", shard, batch));
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
