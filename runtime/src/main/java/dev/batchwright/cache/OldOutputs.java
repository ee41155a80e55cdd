package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.RemovedOutput;
import dev.batchwright.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notes when the outputs of steps are used, and removes those that rules no longer keep. What is removed is decided from
 * {@code usage.json}, never from times of files; an output that it does not know counts as used when it is first met, and all do where
 * that file cannot be read, which removes too little and never too much. Used by one
 * thread.
 */
public final class OldOutputs {

    private final Path root;
    private final CacheJson json;
    private final OutputFolders folders;

    /**
     * Makes the view.
     *
     * @param root the cache directory
     * @param files the file system
     */
    public OldOutputs(Path root, CacheFiles files) {
        this.root = root;
        this.json = new CacheJson(files);
        this.folders = new OutputFolders(root, files);
    }

    /**
     * Notes that a run uses outputs. Called when it begins; the cache is open for writing.
     *
     * @param fingerprints the fingerprints of its steps by name
     * @param now the time
     * @return the number of the run
     */
    public long begin(Map<String, String> fingerprints, Instant now) {
        try {
            Usage usage = Usage.read(root, json);
            long run = usage.run() + 1;
            json.replace(root.resolve(Usage.FILE), usage.with(run, folderNames(fingerprints), now));
            return run;
        } catch (IOException e) {
            throw WriteFailure.of(Usage.FILE, e);
        }
    }

    /**
     * Notes that a run has used outputs, and removes those that are old. Called after all of its steps were published.
     *
     * @param run the number of the run
     * @param fingerprints the fingerprints of its steps by name
     * @param retention what stays
     * @param now the time
     * @return what has been removed, or should have been
     */
    public List<RemovedOutput> end(long run, Map<String, String> fingerprints, Retention retention, Instant now) {
        try {
            Usage usage = Usage.read(root, json).with(run, folderNames(fingerprints), now);
            List<RemovedOutput> removed = new ArrayList<>();
            if (!retention.keepsAll()) {
                List<OutputFolders.Place> there = folders.outputs();
                usage = withUnknown(usage, there, now);
                for (RemovedOutput output : old(fingerprints, retention, there, usage, now)) {
                    removed.add(remove(output));
                }
                Set<OutputFolders.Place> left = new HashSet<>(folders.outputs());
                usage = usage.only((step, name) -> left.contains(new OutputFolders.Place(step, name)));
            }
            json.replace(root.resolve(Usage.FILE), usage);
            return removed;
        } catch (IOException e) {
            throw WriteFailure.of(Usage.FILE, e);
        }
    }

    /**
     * Says what {@link #end} would remove if a run that computes nothing ended now. Changes nothing, and needs no lock.
     *
     * @param fingerprints the fingerprints of the run's steps by name
     * @param retention what stays
     * @param now the time
     * @return what would go
     */
    public List<RemovedOutput> preview(Map<String, String> fingerprints, Retention retention, Instant now) {
        if (retention.keepsAll()) {
            return List.of();
        }
        try {
            List<OutputFolders.Place> there = folders.outputs();
            return old(fingerprints, retention, there, withUnknown(Usage.read(root, json), there, now), now);
        } catch (IOException e) {
            throw new CacheException("The cache " + root + " cannot be read: " + e, e);
        }
    }

    private List<RemovedOutput> old(
            Map<String, String> fingerprints,
            Retention retention,
            List<OutputFolders.Place> there,
            Usage usage,
            Instant now)
            throws IOException {
        Map<String, String> current = new HashMap<>();
        Manifest manifest = json.read(root.resolve("manifest.json"), "manifest.json", Manifest.class);
        if (manifest != null) {
            manifest.steps().forEach((step, output) -> current.put(step, output.fingerprint()));
        }
        current.putAll(fingerprints);
        Map<String, String> currentNames = folderNames(current);
        List<StoredOutput> outputs = new ArrayList<>();
        for (OutputFolders.Place place : there) {
            Usage.LastUse use = usage.of(place.step(), place.name());
            outputs.add(new StoredOutput(
                    place.step(),
                    place.name(),
                    place.name().equals(currentNames.get(place.step())),
                    folders.bytes(place),
                    use == null ? usage.run() : use.run(),
                    use == null ? now : use.time(now)));
        }
        return RetentionRules.apply(retention, outputs, now);
    }

    private RemovedOutput remove(RemovedOutput output) {
        try {
            folders.remove(new OutputFolders.Place(output.step(), output.fingerprint()));
            return output;
        } catch (IOException e) {
            // The run has done its work. What is left is told, and removed by a later one.
            return new RemovedOutput(
                    output.step(), output.fingerprint(), output.bytes(), output.why(), "it could not be removed: " + e);
        }
    }

    private static Usage withUnknown(Usage usage, List<OutputFolders.Place> there, Instant now) {
        Usage known = usage;
        for (OutputFolders.Place place : there) {
            if (known.of(place.step(), place.name()) == null) {
                known = known.with(known.run(), Map.of(place.step(), place.name()), now);
            }
        }
        return known;
    }

    private static Map<String, String> folderNames(Map<String, String> fingerprints) {
        Map<String, String> names = new HashMap<>();
        fingerprints.forEach((step, fingerprint) -> names.put(step, Editions.folderName(fingerprint)));
        return names;
    }
}
