package dev.batchwright.cache;

import dev.batchwright.CacheException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out from what a step's rows would be made again: from the nearest steps before it whose rows are kept, or from sources. */
final class Origins {

    /** How {@code step.json} names a step's inputs: {@code upstream 0 read-lines}. */
    private static final String UPSTREAM = "upstream ";

    private final Path root;
    private final CacheJson json;

    Origins(Path root, CacheJson json) {
        this.root = root;
        this.json = json;
    }

    List<String> of(String step, String fingerprint) throws IOException {
        Set<String> origins = new LinkedHashSet<>();
        Set<String> visited = new LinkedHashSet<>(List.of(step));
        List<Map.Entry<String, String>> open =
                new ArrayList<>(inputs(info(step, fingerprint)).entrySet());
        while (!open.isEmpty()) {
            Map.Entry<String, String> input = open.remove(0);
            if (!visited.add(input.getKey())) {
                continue;
            }
            StepInfo info = info(input.getKey(), input.getValue());
            Map<String, String> before = inputs(info);
            if (info == null || !info.format().isEmpty() || before.isEmpty()) {
                origins.add(input.getKey());
            } else {
                open.addAll(before.entrySet());
            }
        }
        return List.copyOf(origins);
    }

    /** The fingerprints of the steps before one, by their names, in the order in which it takes them. */
    private static Map<String, String> inputs(@Nullable StepInfo info) {
        Map<String, String> inputs = new LinkedHashMap<>();
        if (info != null) {
            info.covers().forEach((name, value) -> {
                if (name.startsWith(UPSTREAM)) {
                    inputs.put(name.substring(name.indexOf(' ', UPSTREAM.length()) + 1), value);
                }
            });
        }
        return inputs;
    }

    /** Null where nothing can be learned of the step. */
    private @Nullable StepInfo info(String step, String fingerprint) throws IOException {
        if (!Manifest.isStep(step) || !Manifest.isFingerprint(fingerprint)) {
            return null;
        }
        Path file = root.resolve(step).resolve(Editions.folderName(fingerprint)).resolve("step.json");
        try {
            return json.read(file, root.relativize(file).toString(), StepInfo.class);
        } catch (CacheException e) {
            return null; // that step's own line says so
        }
    }
}
