package dev.batchwright.cache;

import dev.batchwright.CacheException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the outputs that steps have had, under whatever fingerprints. Changes nothing, and needs no lock. */
public final class EarlierOutputs {

    private final Path root;
    private final CacheJson json;
    private final OutputFolders folders;

    /**
     * Makes the view.
     *
     * @param root the cache directory, which need not be there
     * @param files the file system
     */
    public EarlierOutputs(Path root, CacheFiles files) {
        this.root = root;
        this.json = new CacheJson(files);
        this.folders = new OutputFolders(root, files);
    }

    /**
     * The outputs of a step: first the one that readers see, then those that were used last.
     *
     * @param step the step's name
     * @return what is known of them, as far as it can be read
     * @throws CacheException if the disk does not answer, or the manifest cannot be read
     */
    public List<EarlierOutput> of(String step) {
        try {
            Usage usage = Usage.read(root, json);
            List<OutputFolders.Place> places = new ArrayList<>(folders.outputs(step));
            places.sort(Comparator.comparingLong(place -> -lastRun(usage, place)));
            OutputFolders.Place published = publishedPlace(step);
            if (published != null && places.remove(published)) {
                places.add(0, published);
            }
            List<EarlierOutput> found = new ArrayList<>();
            for (OutputFolders.Place place : places) {
                EarlierOutput output = output(place);
                if (output != null) {
                    found.add(output);
                }
            }
            return found;
        } catch (IOException e) {
            throw unreadable(step, e);
        }
    }

    /**
     * The output of a step that a run has used last, finished or not.
     *
     * @param step the step's name
     * @return what is known of it, or null where there is none
     * @throws CacheException if the disk does not answer, or the manifest cannot be read
     */
    public @Nullable EarlierOutput latest(String step) {
        try {
            Usage usage = Usage.read(root, json);
            EarlierOutput latest = null;
            long lastRun = -1;
            for (OutputFolders.Place place : folders.outputs(step)) {
                EarlierOutput output = lastRun(usage, place) > lastRun ? output(place) : null;
                if (output != null) {
                    latest = output;
                    lastRun = lastRun(usage, place);
                }
            }
            return latest == null ? published(step) : latest;
        } catch (IOException e) {
            throw unreadable(step, e);
        }
    }

    /**
     * The output of a step that readers see.
     *
     * @param step the step's name
     * @return what is known of it, or null where there is none or it cannot be read
     * @throws CacheException if the disk does not answer, or the manifest cannot be read
     */
    public @Nullable EarlierOutput published(String step) {
        try {
            OutputFolders.Place place = publishedPlace(step);
            return place == null ? null : output(place);
        } catch (IOException e) {
            throw unreadable(step, e);
        }
    }

    private static CacheException unreadable(String step, IOException e) {
        return new CacheException("The outputs of step " + step + " in the cache cannot be looked for: " + e, e);
    }

    private OutputFolders.@Nullable Place publishedPlace(String step) throws IOException {
        Manifest manifest = json.read(root.resolve("manifest.json"), "manifest.json", Manifest.class);
        Manifest.Output output = manifest == null ? null : manifest.steps().get(step);
        return output == null ? null : new OutputFolders.Place(step, Editions.folderName(output.fingerprint()));
    }

    private static long lastRun(Usage usage, OutputFolders.Place place) {
        Usage.LastUse use = usage.of(place.step(), place.name());
        return use == null ? -1 : use.run();
    }

    /** One that lies elsewhere than it says, or cannot be read, says nothing. */
    private @Nullable EarlierOutput output(OutputFolders.Place place) throws IOException {
        try {
            String name = place.step() + "/" + place.name() + "/step.json";
            StepInfo info = json.read(folders.folder(place).resolve("step.json"), name, StepInfo.class);
            if (info == null || !info.step().equals(place.step()) || !Manifest.isFingerprint(info.fingerprint())) {
                return null;
            }
            String first = Editions.folderName(info.fingerprint());
            return place.name().startsWith(first)
                    ? new EarlierOutput(info.fingerprint() + place.name().substring(first.length()), info)
                    : null;
        } catch (CacheException e) {
            return null;
        }
    }
}
