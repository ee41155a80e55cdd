package dev.batchwright.importer;

import dev.batchwright.SourceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a cache, as it was when it was looked at.
 *
 * @param path where it is
 * @param name how problems and messages call it: relative to the folder that was opened
 * @param size its length in bytes
 * @param modified when it was changed last
 */
record CachedFile(Path path, String name, long size, FileTime modified) {

    FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ);
    }

    /** What changes when any of some files does: a checksum of their names, sizes and times. */
    static String identityOf(List<CachedFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (CachedFile file : files) {
                String line = file.name + '\n' + file.size + '\n' + file.modified + '\n';
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Makes sure that places found in the file are still there. */
    void requireUnchanged() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.size() == size && now.lastModifiedTime().equals(modified)) {
                return;
            }
        } catch (IOException e) {
            throw failure("cannot be read any more", e);
        }
        throw failure("has changed since the cache was opened", null);
    }

    /** What to throw when a file that was whole when it was looked at is not now. */
    SourceException failure(String what, @Nullable Throwable cause) {
        return new SourceException(
                "The file " + name + " of the cache " + what + (cause == null ? "" : ": " + cause)
                        + ". Open the cache again, when nothing writes to it.",
                cause);
    }
}
