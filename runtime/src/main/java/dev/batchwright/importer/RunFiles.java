package dev.batchwright.importer;

import dev.batchwright.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All files of a run that say anything of its rows. */
final class RunFiles {

    /** More than any layout has. */
    private static final int DEEPEST = 4;

    private final CacheFolder cache;
    private final List<CachedFile> found = new ArrayList<>();

    private RunFiles(CacheFolder cache) {
        this.cache = cache;
    }

    /** Lists them in the order of their names, without reading them. What cannot be read is found out when the rows are. */
    static List<CachedFile> of(RunFolder run) {
        RunFiles files = new RunFiles(run.cache());
        try {
            files.add(run.path().resolve(RunOutline.FILE));
            files.addAll(run.path().resolve("batch_manager_steps"), 0);
            files.addAll(run.data(), 0);
        } catch (Unusable e) {
            throw new SourceException(
                    "The files of the run " + run.name() + " cannot be listed: " + e.getMessage()
                            + ". Check that this process may read them.",
                    e);
        }
        return files.found;
    }

    private void addAll(Path folder, int depth) throws Unusable {
        for (String name : cache.names(folder)) {
            Path path = folder.resolve(name);
            if (!Files.isDirectory(path)) {
                add(path);
            } else if (depth < DEEPEST) {
                addAll(path, depth + 1);
            }
        }
    }

    private void add(Path path) {
        try {
            found.add(cache.file(path));
        } catch (Unusable e) {
            // It gives no rows, so that it does not matter how it changes.
            return;
        }
    }
}
