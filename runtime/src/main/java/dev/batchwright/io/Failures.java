package dev.batchwright.io;

import dev.batchwright.SourceException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what the operating system refused, in words. */
final class Failures {

    private Failures() {}

    /** Turns a failure to read a file or a directory of a source into a message that says what to do. */
    static SourceException reading(Path path, IOException e) {
        return new SourceException("Cannot read " + path + ": " + reason(e) + ". " + remedy(e), e);
    }

    /**
     * Turns a failure in the middle of a file into a message that says where.
     *
     * @param position how many bytes of the file, or of what a compressed file holds, have been read
     */
    static SourceException reading(Path path, long position, IOException e) {
        return new SourceException(
                "Cannot read " + path + " beyond byte " + position + whose(path) + ": " + reason(e) + ". " + remedy(e),
                e);
    }

    private static String whose(Path path) {
        return FileCompression.of(path.toString()) == FileCompression.NONE ? "" : " of its content";
    }

    private static String remedy(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "Check the path; relative paths start at " + Path.of("").toAbsolutePath() + ".";
        }
        return e instanceof FileSystemException
                ? "Make it a file or a directory that this process may read."
                : "If the file is damaged, replace it.";
    }

    /** What went wrong, without the path, which the caller names. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
            return "it is not a directory";
        }
        String reason = e instanceof FileSystemException refused ? refused.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
