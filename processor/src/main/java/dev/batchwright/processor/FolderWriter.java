package dev.batchwright.processor;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes to a folder that the user has named, past the {@code Filer}: what lies there is no part of what is compiled, and stays from
 * one compilation to the next. Nobody sees half a file, and a file that is as it should be is not touched.
 */
final class FolderWriter {

    private final Path folder;
    private final String option;

    FolderWriter(Path folder, String option) {
        this.folder = folder;
        this.option = option;
    }

    Path folder() {
        return folder;
    }

    void write(String name, String content, Place place, Problems problems) {
        Path file = folder.resolve(name);
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                Files.createDirectories(folder);
                replace(file, bytes);
            }
        } catch (IOException e) {
            String reason = e + ". Name a folder that can be written with " + option;
            problems.report(Message.FILE_NOT_WRITTEN, place, file, reason);
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
