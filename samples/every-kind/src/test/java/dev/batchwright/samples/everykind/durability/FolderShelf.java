package dev.batchwright.samples.everykind.durability;

import dev.batchwright.BatchId;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A shelf that outlives its process: a file for each batch. */
final class FolderShelf extends Shelf {

    private final Path folder;

    FolderShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    synchronized void put(BatchId id, List<Grain> batch) {
        super.put(id, batch);
        Path file = folder.resolve(id.toString().replaceAll("[^A-Za-z0-9-]", "_"));
        try {
            Files.createDirectories(folder);
            if (Files.exists(file) && !Files.readString(file).equals(batch.toString())) {
                throw new IllegalStateException(id + " came with other rows than before");
            }
            Path written = Files.writeString(folder.resolve(UUID.randomUUID() + ".tmp"), batch.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The batches of this process and of those before it, by the names of their files. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> !path.toString().endsWith(".tmp")).toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return found;
    }
}
