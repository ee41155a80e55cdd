package dev.batchwright.cache;

import dev.batchwright.CacheException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the outputs that the last run has used, finished or not. Used by one thread. */
final class LatestOutputs {

    private final Path root;
    private final CacheJson json;

    LatestOutputs(Path root, CacheFiles files) {
        this.root = root;
        this.json = new CacheJson(files);
    }

    /** What names a step's output, or null if there has been none. */
    @Nullable
    String of(String step, Manifest manifest) throws IOException {
        String folder = lastUsed(step);
        StepInfo info = folder == null ? null : info(step, folder);
        if (folder != null && info != null) {
            return info.fingerprint()
                    + folder.substring(Editions.folderName(info.fingerprint()).length());
        }
        Manifest.Output finished = manifest.steps().get(step);
        return finished == null ? null : finished.fingerprint();
    }

    /** A file that cannot be read says nothing. */
    private @Nullable String lastUsed(String step) throws IOException {
        try {
            Usage usage = json.read(root.resolve(Usage.FILE), Usage.FILE, Usage.class);
            Map<String, Usage.LastUse> uses =
                    usage == null ? Map.of() : usage.steps().getOrDefault(step, Map.of());
            return uses.entrySet().stream()
                    .filter(use -> OutputFolders.isOutput(use.getKey()))
                    .max(Comparator.comparingLong(use -> use.getValue().run()))
                    .map(Map.Entry::getKey)
                    .orElse(null);
        } catch (CacheException e) {
            return null;
        }
    }

    /** Null where the folder is gone, or says that it is another one. */
    private @Nullable StepInfo info(String step, String folder) throws IOException {
        StepInfo info = json.read(
                root.resolve(step).resolve(folder).resolve("step.json"),
                step + "/" + folder + "/step.json",
                StepInfo.class);
        boolean isItself = info != null
                && Manifest.isFingerprint(info.fingerprint())
                && folder.startsWith(Editions.folderName(info.fingerprint()));
        return isItself ? info : null;
    }
}
