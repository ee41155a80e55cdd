package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a cache of version 0 to version 1, whose manifest is written last: until then it is of version 0, and whatever lies there
 * besides its one file is the rest of an attempt. A mark says so even where that file is taken away meanwhile. Used by one thread.
 */
public final class Migration {

    private static final String MARK = "migration.json";

    private final Path root;
    private final CacheFiles files;
    private final CacheDirectory cache;

    Migration(Path root, CacheFiles files, CacheDirectory cache) {
        this.root = root;
        this.files = files;
        this.cache = cache;
    }

    /** What the mark says. */
    record Mark(int from, int to) {}

    /** Whether there is nothing but a file of version 0: with outputs beside it, a cache has lost its manifest, or has none yet. */
    static boolean hasVersion0(Path root, CacheFiles files) throws IOException {
        return exists(root.resolve(VersionZero.FILE), files)
                && new OutputFolders(root, files).outputs().isEmpty();
    }

    private static boolean exists(Path file, CacheFiles files) throws IOException {
        try (PartInput in = files.open(file, String.valueOf(file.getFileName()))) {
            return in.length() >= 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Removes what an attempt has left that died before its end. Called with the lock held.
     *
     * @param isMigrated whether there is a manifest, so that the attempt had come to its end but for the mark
     */
    static void endAttempts(Path root, CacheFiles files, boolean isMigrated) throws IOException {
        Path mark = root.resolve(MARK);
        if (!exists(mark, files)) {
            return;
        }
        if (!isMigrated) {
            OutputFolders folders = new OutputFolders(root, files);
            for (OutputFolders.Place output : folders.outputs()) {
                folders.remove(output);
            }
        }
        files.delete(mark);
        files.forceFolder(root);
    }

    /**
     * Begins; nothing of the cache may have been opened before.
     *
     * @throws CacheException if it cannot be begun
     */
    public void begin() {
        try {
            new CacheJson(files).replace(root.resolve(MARK), new Mark(0, Manifest.CURRENT_VERSION));
        } catch (IOException e) {
            throw WriteFailure.of(MARK, e);
        }
    }

    /**
     * Reads the rows of version 0.
     *
     * @param pipeline the pipeline's name
     * @param steps is told of them
     * @throws CacheException if the file cannot be read
     */
    public void read(String pipeline, VersionZero.Steps steps) {
        try (PartInput file = files.open(root.resolve(VersionZero.FILE), VersionZero.FILE)) {
            VersionZero.read(file, pipeline, steps);
        } catch (IOException e) {
            throw new CacheException("File " + VersionZero.FILE + " of the cache cannot be read: " + e, e);
        }
    }

    /**
     * Forgets of steps how they were to be cut and kept.
     *
     * @param stores the folders of the steps; without parts
     */
    public void remove(List<StepStore> stores) {
        OutputFolders folders = new OutputFolders(root, files);
        try {
            for (StepStore store : stores) {
                folders.remove(new OutputFolders.Place(store.step(), Editions.folderName(store.output())));
            }
        } catch (IOException e) {
            throw new CacheException("The folder of a step in the cache cannot be removed: " + e, e);
        }
    }

    /**
     * Ends: the cache is of version 1 from now on, with the outputs that were adopted as those that readers see.
     *
     * @param adopted the folders of the adopted steps by name, each with one shard
     * @throws CacheException if the manifest cannot be written; the cache is then as it was
     */
    public void end(Map<String, StepStore> adopted) {
        Map<String, Manifest.Output> outputs = new HashMap<>();
        adopted.forEach(
                (step, store) -> outputs.put(step, new Manifest.Output(store.output(), ShardRange.of(List.of(0)))));
        cache.publishAll(outputs);
        try {
            endAttempts(root, files, true);
        } catch (IOException e) {
            throw WriteFailure.of(MARK, e);
        }
    }
}
