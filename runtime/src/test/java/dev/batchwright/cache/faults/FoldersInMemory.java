package dev.batchwright.cache.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Puts the folders of tests on the file system that Linux keeps in memory, where there is room, else where Java puts them. Tests make
 * and remove files by the hundred thousand, which takes a disk minutes and shows nothing: what a disk may lose is modelled, and what a
 * killed process leaves is the same in both.
 */
public final class FoldersInMemory implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    /** Several times what all tests that run at once need; containers often have far less. */
    private static final long ROOM = 4L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return hasRoom()
                ? Files.createTempDirectory(MEMORY, "batchwright-")
                : Files.createTempDirectory("batchwright-");
    }

    private static boolean hasRoom() throws IOException {
        if (!Files.isDirectory(MEMORY) || !Files.isWritable(MEMORY)) {
            return false;
        }
        FileStore store = Files.getFileStore(MEMORY);
        return store.type().equals("tmpfs") && store.getUsableSpace() >= ROOM;
    }
}
