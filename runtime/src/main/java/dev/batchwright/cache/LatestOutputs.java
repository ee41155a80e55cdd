package dev.batchwright.cache;

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

    /** The fingerprint of a step's output, or null if there has been none. */
    @Nullable
    String fingerprint(String step, Manifest manifest) throws IOException {
        Usage usage = json.read(root.resolve(Usage.FILE), Usage.FILE, Usage.class);
        Map<String, Usage.LastUse> uses =
                usage == null ? Map.of() : usage.steps().getOrDefault(step, Map.of());
        String folder = uses.entrySet().stream()
                .max(Comparator.comparingLong(use -> use.getValue().run()))
                .map(Map.Entry::getKey)
                .orElse(null);
        StepInfo info = folder == null || !OutputFolders.isOutput(folder)
                ? null
                : json.read(
                        root.resolve(step).resolve(folder).resolve("step.json"),
                        step + "/" + folder + "/step.json",
                        StepInfo.class);
        if (info != null) {
            return info.fingerprint();
        }
        Manifest.Output finished = manifest.steps().get(step);
        return finished == null ? null : finished.fingerprint();
    }
}
