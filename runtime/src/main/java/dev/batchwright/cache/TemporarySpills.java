package dev.batchwright.cache;

import dev.batchwright.memory.SpillFiles;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A folder for the rows that a reader sorts, among the temporary files of the system: a cache that is read is not written to, and a run
 * that opens it meanwhile would take such files for left over. Made when the first file is, and removed when this is closed.
 */
final class TemporarySpills implements SpillFiles, AutoCloseable {

    private final CacheFiles files = new LocalCacheFiles();
    private final Path parent;
    private final AtomicLong names = new AtomicLong();
    private @Nullable Path folder;
    private @Nullable SpillArea area;

    /**
     * Makes nothing yet.
     *
     * @param parent the folder for temporary files
     */
    TemporarySpills(Path parent) {
        this.parent = parent;
    }

    private synchronized SpillArea area() throws IOException {
        SpillArea known = area;
        if (known == null) {
            Path made = Files.createTempDirectory(parent, "batchwright-");
            folder = made;
            known = new SpillArea(made, files);
            area = known;
        }
        return known;
    }

    @Override
    public String newName(String step) {
        return step + "-" + names.getAndIncrement();
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return area().create(name);
    }

    @Override
    public PartInput open(String name) throws IOException {
        return area().open(name);
    }

    @Override
    public void delete(String name) throws IOException {
        area().delete(name);
    }

    @Override
    public void spilled(Spilled file) {}

    @Override
    public synchronized void close() throws IOException {
        if (area != null && folder != null) {
            area.close();
            files.delete(folder);
        }
        area = null;
        folder = null;
    }
}
