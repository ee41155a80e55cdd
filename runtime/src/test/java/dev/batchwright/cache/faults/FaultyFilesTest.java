package dev.batchwright.cache.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.cache.LocalCacheFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultyFilesTest {

    /** create, write, close, force, publish, forceFolder */
    private static final int OPERATIONS = 6;

    @TempDir
    Path folder;

    private FaultyFiles files(Fault fault, long at) {
        return new FaultyFiles(new LocalCacheFiles(), fault, at);
    }

    private void commit(FaultyFiles files) throws IOException {
        Path temporary = folder.resolve("a.tmp");
        try (OutputStream out = files.create(temporary)) {
            out.write(new byte[10]);
        }
        files.force(temporary);
        files.publish(temporary, folder.resolve("a"));
        files.forceFolder(folder);
    }

    @Test
    void countsWithoutFailingWhereTheOperationIsNotReached() throws IOException {
        FaultyFiles files = files(Fault.ERROR, OPERATIONS + 1);

        commit(files);

        assertThat(files.operations()).isEqualTo(OPERATIONS);
        assertThat(files.struck()).isFalse();
        assertThat(folder).isDirectoryContaining("glob:**/a");
    }

    @Test
    void failsAtEveryOperationInTurn() {
        for (int at = 1; at <= OPERATIONS; at++) {
            FaultyFiles files = files(Fault.ERROR, at);

            assertThatThrownBy(() -> commit(files)).hasMessage("Input/output error");

            assertThat(files.struck()).isTrue();
            assertThatCode(() -> files.delete(folder.resolve("a"))).doesNotThrowAnyException();
            assertThatCode(() -> files.delete(folder.resolve("a.tmp"))).doesNotThrowAnyException();
        }
    }

    @Test
    void tearsAWrite() {
        assertThatThrownBy(() -> commit(files(Fault.SHORT_WRITE, 2))).hasMessage("Input/output error");

        assertThat(folder.resolve("a.tmp")).hasSize(5);
    }

    @Test
    void hasNoRoomForMoreOnceTheDiskIsFull() throws IOException {
        FaultyFiles files = files(Fault.DISK_FULL, 2);

        assertThatThrownBy(() -> commit(files)).hasMessage("No space left on device");
        assertThatThrownBy(() -> files.createFolder(folder.resolve("b"))).hasMessage("No space left on device");
        assertThat(files.list(folder)).containsExactly("a.tmp");
        files.delete(folder.resolve("a.tmp"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNothingForTheDead() throws IOException {
        FaultyFiles files = files(Fault.DEATH, 2);

        assertThatThrownBy(() -> commit(files)).hasMessage("This process is dead");
        assertThatThrownBy(() -> files.delete(folder.resolve("a.tmp"))).hasMessage("This process is dead");

        assertThat(Files.size(folder.resolve("a.tmp"))).isEqualTo(5);
    }
}
