package dev.batchwright.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The order of calls that makes a file or folder appear as a whole and for good: bytes first, then the name, then the folder that
 * has the name. Files that never wait for the disk take the same way.
 */
final class Durably {

    private Durably() {}

    /** Writes the bytes of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a temporary file; where that fails, there is none. */
    static void write(CacheFiles files, Path temporary, Content content) throws IOException {
        try (OutputStream out = files.create(temporary)) {
            content.writeTo(out);
        } catch (IOException | RuntimeException e) {
            deleteAfter(e, files, temporary);
            throw e;
        }
    }

    /** Replaces a file as a whole: a reader meets the old text or the new one. */
    static void replace(CacheFiles files, Path file, Content content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp-" + UUID.randomUUID());
        write(files, temporary, content);
        replace(files, temporary, file);
    }

    /** Gives a finished file the name of another one, which it replaces. Where that fails, the temporary file is gone. */
    static void replace(CacheFiles files, Path temporary, Path file) throws IOException {
        try {
            files.force(temporary);
            files.rename(temporary, file);
        } catch (IOException e) {
            deleteAfter(e, files, temporary);
            throw e;
        }
        files.forceFolder(folderOf(file));
    }

    /**
     * Gives a finished file its name, unless another file has it. The temporary file is gone afterwards, in any case.
     *
     * @return whether it has its name
     */
    static boolean publish(CacheFiles files, Path temporary, Path file) throws IOException {
        try {
            files.force(temporary);
            if (!files.publish(temporary, file)) {
                files.delete(temporary);
                return false;
            }
        } catch (IOException e) {
            deleteAfter(e, files, temporary);
            throw e;
        }
        try {
            files.forceFolder(folderOf(file));
            return true;
        } catch (IOException e) {
            // A later run could force the folder with success though the name never reached the disk.
            deleteAfter(e, files, file);
            throw e;
        }
    }

    /**
     * Creates a folder and those above it that are missing. The folder above is forced in any case: an earlier run may have died
     * after it had created this one.
     */
    static void createFolder(CacheFiles files, Path folder) throws IOException {
        try {
            files.createFolder(folder);
        } catch (NoSuchFileException e) {
            createFolder(files, folderOf(folder));
            files.createFolder(folder);
        }
        files.forceFolder(folderOf(folder));
    }

    /** Removes a file after a failure, which stays the one that is told. */
    private static void deleteAfter(Exception failure, CacheFiles files, Path file) {
        try {
            files.delete(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
