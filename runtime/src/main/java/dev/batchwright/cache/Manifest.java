package dev.batchwright.cache;

import dev.batchwright.CacheException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code manifest.json} says: metadata only, of a size that depends on the pipeline and not on its data.
 *
 * @param formatVersion the version of the cache's layout
 * @param pipeline the pipeline whose cache this is
 * @param steps the steps whose output is whole, by name
 */
record Manifest(int formatVersion, String pipeline, Map<String, Output> steps) {

    /** The version of the layout that this code reads and writes. */
    static final int CURRENT_VERSION = 1;

    /** Names of steps and fingerprints become names of folders, and no path may leave the cache. */
    private static final Pattern FOLDER = Pattern.compile("[^/\\\\\\x00]+");

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{12,}");

    /**
     * The output of a step that readers see.
     *
     * @param fingerprint its fingerprint in hexadecimal and, from the second on, its edition
     * @param shards its shards in order, so that a lost one is missed: for each branch that leads to the step the first one and how
     *     many follow each other
     */
    record Output(String fingerprint, List<ShardRange> shards) {

        Output {
            if (!Editions.OUTPUT.matcher(fingerprint).matches()) {
                throw new IllegalArgumentException("'" + fingerprint + "' is no fingerprint");
            }
            shards = List.copyOf(shards);
        }
    }

    Manifest {
        for (String step : steps.keySet()) {
            if (!isStep(step)) {
                throw new IllegalArgumentException("'" + step + "' is no name of a step");
            }
        }
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }

    static boolean isStep(String name) {
        return FOLDER.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    static boolean isFingerprint(String text) {
        return FINGERPRINT.matcher(text).matches();
    }

    /** All that may be asked of a manifest before its version is known. */
    private record Version(int formatVersion) {}

    /** Reads the manifest of a cache, or gives null where there is none. */
    static @Nullable Manifest read(Path root, String pipeline, CacheJson json) throws IOException {
        Path file = root.resolve("manifest.json");
        Version version = json.read(file, "manifest.json", Version.class);
        if (version != null && version.formatVersion() != CURRENT_VERSION) {
            throw new CacheException(
                    "The cache " + root + " has layout version " + version.formatVersion() + "; this version reads "
                            + CURRENT_VERSION
                            + (version.formatVersion() > CURRENT_VERSION
                                    ? ". Use a newer version of Batchwright, or another directory."
                                    : ", and none before it had a manifest.json. Restore the file from a copy."),
                    null);
        }
        Manifest manifest = version == null ? null : json.read(file, "manifest.json", Manifest.class);
        if (manifest != null && !manifest.pipeline().equals(pipeline)) {
            throw new CacheException(
                    "The cache " + root + " belongs to pipeline " + manifest.pipeline() + ", not to " + pipeline
                            + ". Give each pipeline a directory of its own.",
                    null);
        }
        return manifest;
    }

    static Manifest empty(String pipeline) {
        return new Manifest(CURRENT_VERSION, pipeline, Map.of());
    }

    Manifest with(Map<String, Output> outputs) {
        Map<String, Output> changed = new TreeMap<>(steps);
        changed.putAll(outputs);
        return new Manifest(formatVersion, pipeline, changed);
    }
}
