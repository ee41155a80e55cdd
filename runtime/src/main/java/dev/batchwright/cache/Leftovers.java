package dev.batchwright.cache;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Removes what runs that were killed have left in a cache, and nothing that is not ours. Called by the one writer. */
final class Leftovers {

    private static final Pattern TEMPORARY =
            Pattern.compile("(manifest\\.json|report\\.json|usage\\.json|disk\\.json|disk)\\.tmp-[0-9a-f-]{36}");

    private final Path root;
    private final CacheFiles files;
    private final OutputFolders outputs;

    Leftovers(Path root, CacheFiles files) {
        this.root = root;
        this.files = files;
        this.outputs = new OutputFolders(root, files);
    }

    void remove() throws IOException {
        for (String fileName : files.list(root)) {
            if (TEMPORARY.matcher(fileName).matches()) {
                files.delete(root.resolve(fileName));
            }
        }
        new SpillArea(root, files).clear();
        endRemovals();
        for (OutputFolders.Place output :
                outputs.outputs()) { // also under fingerprints that no run may ever have again
            outputs.removeTemporaries(outputs.folder(output));
        }
        for (OutputFolders.Place output : outputs.quarantines()) {
            outputs.tidyQuarantine(output);
        }
    }

    private void endRemovals() throws IOException {
        for (Path folder : outputs.halfRemoved()) {
            try {
                outputs.delete(folder);
            } catch (FileSystemException e) {
                // a reader may hold a file where that forbids it; whoever opens the cache next tries again
            }
        }
    }
}
