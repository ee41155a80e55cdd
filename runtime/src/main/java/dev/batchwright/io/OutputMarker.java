package dev.batchwright.io;

import dev.batchwright.BatchwrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a small hidden file beside a sink's output remembers, so that a later run can tell stale files of the step from current
 * ones, and both from files that are none of its business.
 *
 * @param fingerprint the fingerprint of the step that wrote the output
 * @param suffix what the names of its files end in
 */
record OutputMarker(String fingerprint, String suffix) {

    private static final String PREFIX = ".batchwright-";
    private static final String TEMPORARY = ".tmp";
    private static final String FINGERPRINT = "fingerprint ";
    private static final String SUFFIX = "suffix ";

    static String nameOf(String step) {
        return PREFIX + step;
    }

    static boolean isName(String name) {
        return name.startsWith(PREFIX) && !name.endsWith(TEMPORARY);
    }

    static String stepOf(String name) {
        return name.substring(PREFIX.length());
    }

    /** Reads a marker, or gives null where there is none. */
    static @Nullable OutputMarker read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 2
                || !lines.get(0).startsWith(FINGERPRINT)
                || !lines.get(1).startsWith(SUFFIX)) {
            throw new BatchwrightException(
                    file + " is damaged, so it is not known which files beside it are stale. Remove it"
                            + " together with those files, or name another directory.");
        }
        return new OutputMarker(
                lines.get(0).substring(FINGERPRINT.length()), lines.get(1).substring(SUFFIX.length()));
    }

    void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        Files.writeString(temporary, FINGERPRINT + fingerprint + "\n" + SUFFIX + suffix + "\n");
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
