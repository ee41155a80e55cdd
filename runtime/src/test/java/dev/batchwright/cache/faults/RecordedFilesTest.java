package dev.batchwright.cache.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.cache.LocalCacheFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFilesTest {

    private static final int SEEDS = 60;

    @TempDir
    Path above;

    private Path root;

    @BeforeEach
    void createRoot() throws IOException {
        root = Files.createDirectory(above.resolve("root"));
        Files.writeString(root.resolve("old"), "old");
    }

    /** What some operations may leave under the name {@code a}, over many losses of power. */
    private Set<String> left(Survival survival, Operations operations) throws IOException {
        Set<String> found = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            RecordedFiles files = new RecordedFiles(new LocalCacheFiles(), root);
            operations.run(files);
            files.losePower(survival, seed);
            found.add(
                    Files.exists(root.resolve("a"))
                            ? Files.readString(root.resolve("a"), StandardCharsets.ISO_8859_1)
                            : "nothing");
            assertThat(root.resolve("old")).hasContent("old");
            for (String name : files.list(root)) {
                if (!name.equals("old")) {
                    Files.delete(root.resolve(name));
                }
            }
        }
        return found;
    }

    private interface Operations {
        void run(RecordedFiles files) throws IOException;
    }

    private static void write(RecordedFiles files, Path file, String text) throws IOException {
        try (OutputStream out = files.create(file)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void keepsWhatWasForcedAndItsName() throws IOException {
        for (Survival survival : Survival.values()) {
            assertThat(left(survival, files -> {
                        write(files, root.resolve("tmp"), "text");
                        files.force(root.resolve("tmp"));
                        files.publish(root.resolve("tmp"), root.resolve("a"));
                        files.forceFolder(root);
                    }))
                    .containsExactly("text");
        }
    }

    @Test
    void mayLoseANameThatWasNotForced() throws IOException {
        Operations operations = files -> {
            write(files, root.resolve("a"), "text");
            files.force(root.resolve("a"));
        };

        assertThat(left(Survival.NO_NAMES, operations)).containsExactly("nothing");
        assertThat(left(Survival.ALL_NAMES, operations)).containsExactly("text");
        assertThat(left(Survival.SOME_NAMES, operations)).containsExactlyInAnyOrder("text", "nothing");
    }

    @Test
    void mayTearBytesThatWereNotForced() throws IOException {
        assertThat(left(Survival.ALL_NAMES, files -> {
                    write(files, root.resolve("a"), "text");
                    files.forceFolder(root);
                }))
                .contains("text", "", "te", "\0\0\0\0")
                .anyMatch(text -> text.endsWith("ext") && !text.equals("text"));
    }

    @Test
    void keepsThatPartOfAFileThatWasForced() throws IOException {
        assertThat(left(Survival.ALL_NAMES, files -> {
                    try (OutputStream out = files.create(root.resolve("a"))) {
                        out.write('1');
                        files.force(root.resolve("a"));
                        out.write('2');
                    }
                }))
                .allMatch(text -> text.startsWith("1"))
                .contains("1", "12");
    }

    @Test
    void replacesAFileAsAWholeOrNotAtAll() throws IOException {
        assertThat(left(Survival.SOME_NAMES, files -> {
                    write(files, root.resolve("a"), "before");
                    files.force(root.resolve("a"));
                    files.forceFolder(root);
                    write(files, root.resolve("tmp"), "after");
                    files.force(root.resolve("tmp"));
                    files.rename(root.resolve("tmp"), root.resolve("a"));
                }))
                .containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void mayBringBackWhatWasRemoved() throws IOException {
        Operations operations = files -> {
            write(files, root.resolve("a"), "text");
            files.force(root.resolve("a"));
            files.forceFolder(root);
            files.delete(root.resolve("a"));
        };

        assertThat(left(Survival.NO_NAMES, operations)).containsExactly("text");
        assertThat(left(Survival.ALL_NAMES, operations)).containsExactly("nothing");
    }

    @Test
    void losesAFolderWithAllThatIsInIt() throws IOException {
        RecordedFiles files = new RecordedFiles(new LocalCacheFiles(), root);
        files.createFolder(root.resolve("folder"));
        write(files, root.resolve("folder/a"), "text");
        files.force(root.resolve("folder/a"));
        files.forceFolder(root.resolve("folder"));

        files.losePower(Survival.NO_NAMES, 1);

        assertThat(files.list(root)).containsExactly("old");
    }
}
