package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.SourceException;
import dev.batchwright.Split;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    @TempDir
    Path directory;

    @Test
    void readsTheFilesOfADirectoryInTheOrderOfTheirNames() throws Exception {
        for (String name : List.of("b", "a", "B", "c.txt", ".hidden", "_SUCCESS", "d.tmp", "e~")) {
            Files.writeString(directory.resolve(name), name + "\n");
        }
        Files.writeString(directory.resolve("empty"), "");
        Files.createDirectory(directory.resolve("nested"));
        Files.writeString(directory.resolve("nested/f"), "f\n");

        assertThat(Steps.read(new Steps.ReadText(directory, 100)))
                .extracting(Steps.Line::text)
                .containsExactly("B", "a", "b", "c.txt");
    }

    @Test
    void theIdentityOfASplitChangesWithTheFile() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt"), "one\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
        Split split = splitOf(file);

        Files.writeString(file, "two\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_001L));

        assertThat(split).isEqualTo(Split.ofBytes("a.txt", "4 bytes, modified 2023-11-14T22:13:20Z", 0, 4));
        assertThat(splitOf(file).identity()).isEqualTo("4 bytes, modified 2023-11-14T22:13:20.001Z");
        assertThatThrownBy(() -> new Steps.ReadText(file, 100).open(split, 0))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        file
                                + " has changed while the pipeline was running. Run it again, when nothing writes to the file.");
    }

    @Test
    void aMissingPathIsNamed() {
        Path missing = directory.resolve("gone.jsonl");

        assertThatThrownBy(() -> Steps.readReviews(missing).splits())
                .isInstanceOf(SourceException.class)
                .hasMessage("Cannot read " + missing
                        + ": there is no such file or directory. Check the path; relative paths start" + " at "
                        + Path.of("").toAbsolutePath() + ".");
    }

    @Test
    void aDirectoryWithoutFilesIsNamed() {
        assertThatThrownBy(() -> Steps.readReviews(directory).splits())
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("The directory " + directory + " holds no files to read.");
    }

    @Test
    void aRefusalOfTheOperatingSystemIsPutIntoWords() {
        assertThat(Failures.reading(directory, new AccessDeniedException(directory.toString())))
                .hasMessage("Cannot read " + directory
                        + ": permission denied. Make it a file or a directory that this process may read.");
    }

    @Test
    void aDamagedCompressedFileIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt.zst"), "not compressed");

        assertThatThrownBy(() -> Steps.read(new Steps.ReadText(file, 100)))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("Cannot read " + file + " beyond byte 0 of its content: ")
                .hasMessageEndingWith(". If the file is damaged, replace it.");
    }

    private static Split splitOf(Path file) throws Exception {
        return new Steps.ReadText(file, 100).splits().get(0);
    }
}
