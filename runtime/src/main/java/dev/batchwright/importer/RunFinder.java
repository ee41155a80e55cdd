package dev.batchwright.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the folders of runs. */
final class RunFinder {

    /** From the folder of all caches to that of an execution it is four; more may lie above. */
    private static final int DEEPEST = 8;

    /** Folders that hold rows, and never runs. */
    private static final Set<String> WITHOUT_RUNS =
            Set.of("batch_manager_steps", "steps_data", "data", "batch_input_data");

    private final CacheFolder cache;
    private final List<RunFolder> found = new ArrayList<>();

    private RunFinder(CacheFolder cache) {
        this.cache = cache;
    }

    /** Finds all below a folder, in the order of their names. */
    static List<RunFolder> find(CacheFolder cache) throws IOException {
        RunFinder finder = new RunFinder(cache);
        finder.search(cache.root(), 0);
        return finder.found;
    }

    private void search(Path folder, int depth) throws IOException {
        if (Files.exists(folder.resolve(RunOutline.FILE), LinkOption.NOFOLLOW_LINKS)) {
            found.add(new RunFolder(cache, folder));
        }
        if (depth == DEEPEST) {
            return;
        }
        for (Path child : cache.folders(folder)) {
            if (!WITHOUT_RUNS.contains(String.valueOf(child.getFileName()))) {
                search(child, depth + 1);
            }
        }
    }
}
