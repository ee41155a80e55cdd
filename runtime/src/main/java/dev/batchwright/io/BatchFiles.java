package dev.batchwright.io;

import dev.batchwright.BatchId;
import dev.batchwright.BatchwrightException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The files of a sink, one for each batch. A file appears under its name when it is whole, and replaces an earlier one of the same
 * batch, so that a batch may be written any number of times. Has no state and may be used by several threads at once.
 */
final class BatchFiles {

    private static final Pattern SUFFIX = Pattern.compile("(\\.[A-Za-z0-9]+)+");
    private static final String NUMBERS = "\\d{5,}-\\d{6,}";

    private final Path directory;
    private final String suffix;

    /** Makes the content of one file. */
    @FunctionalInterface
    interface Content {

        /** Writes all of it. The stream is closed afterwards; it compresses where the suffix says so. */
        void writeTo(OutputStream out) throws IOException;
    }

    BatchFiles(Path directory, String suffix) {
        if (!SUFFIX.matcher(suffix).matches()) {
            throw new IllegalArgumentException("'" + suffix
                    + "' cannot end a file name. Write a dot and letters or digits, such as .jsonl or .jsonl.gz.");
        }
        this.directory = directory;
        this.suffix = suffix;
    }

    /** Writes the file of a batch, or leaves everything as it was. */
    void write(BatchId id, Content content) {
        String name = "%05d-%06d%s".formatted(id.shard(), id.batch(), suffix);
        Path file = directory.resolve(name);
        Path temporary = directory.resolve("." + name + ".tmp-" + UUID.randomUUID());
        try {
            writeWhole(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(temporary, e);
            throw new BatchwrightException(
                    "Step " + id.step() + " could not write " + file + ": " + Failures.reason(e)
                            + ". Nothing of the batch was kept.",
                    e);
        } catch (RuntimeException | Error e) {
            discard(temporary, e);
            throw e;
        }
    }

    /** Matches the names of finished files. */
    static Predicate<String> finished(String suffix) {
        return Pattern.compile(NUMBERS + Pattern.quote(suffix)).asMatchPredicate();
    }

    /** Matches the names of files that a run did not finish. */
    static Predicate<String> unfinished(String suffix) {
        return Pattern.compile("\\." + NUMBERS + Pattern.quote(suffix) + "\\.tmp-[0-9a-f-]{36}")
                .asMatchPredicate();
    }

    private void writeWhole(Path temporary, Content content) throws IOException {
        try (OutputStream file = Files.newOutputStream(temporary);
                OutputStream out = FileCompression.of(suffix).compress(file)) {
            content.writeTo(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void discard(Path temporary, Throwable failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
