package dev.batchwright.cache;

import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The folder of a cache in which rows are that memory has no room for. They are of use to one run only, so they are never forced, and
 * whoever opens the cache next removes them. Safe for use by several threads.
 */
public final class SpillArea {

    private static final String FOLDER = "spill";
    private static final Pattern FILE = Pattern.compile(".+-\\d+\\.[a-z0-9]+");

    private final Path folder;
    private final CacheFiles files;
    private final AtomicLong names = new AtomicLong();
    private boolean isThere;

    SpillArea(Path root, CacheFiles files) {
        this.folder = root.resolve(FOLDER);
        this.files = files;
    }

    /**
     * A name that no file has had.
     *
     * @param step the step whose rows go there
     * @return the name, without an extension
     */
    public String newName(String step) {
        return step + "-" + names.getAndIncrement();
    }

    /**
     * Creates a file.
     *
     * @param name its name
     * @return takes its bytes
     * @throws IOException if it cannot be created
     */
    public OutputStream create(String name) throws IOException {
        createFolder();
        return files.create(folder.resolve(name));
    }

    private synchronized void createFolder() throws IOException {
        if (!isThere) {
            files.createFolder(folder);
            isThere = true;
        }
    }

    /**
     * Opens a file.
     *
     * @param name its name
     * @return its bytes
     * @throws IOException if it cannot be opened
     */
    public PartInput open(String name) throws IOException {
        return files.open(folder.resolve(name), FOLDER + "/" + name);
    }

    /**
     * Removes a file, if it is there.
     *
     * @param name its name
     * @throws IOException if it cannot be removed
     */
    public void delete(String name) throws IOException {
        files.delete(folder.resolve(name));
    }

    /** Removes what this run has left. */
    synchronized void close() throws IOException {
        if (isThere) {
            clear();
        }
    }

    /** Removes all files, also those of runs that were killed; whatever else lies there, in a cache of before, stays. */
    synchronized void clear() throws IOException {
        try {
            boolean isOurs = true;
            for (String name : files.list(folder)) {
                if (FILE.matcher(name).matches()) {
                    files.delete(folder.resolve(name));
                } else {
                    isOurs = false;
                }
            }
            if (isOurs) {
                files.delete(folder);
                isThere = false;
            }
        } catch (NotDirectoryException e) {
            // somebody's file, and no folder of ours
        }
    }
}
