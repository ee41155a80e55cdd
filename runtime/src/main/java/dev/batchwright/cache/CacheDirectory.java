package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.Durability;
import dev.batchwright.RunReport;
import dev.batchwright.observe.ReportJson;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.choice.DiskRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A cache directory opened for writing: by one run at a time. Safe for use by several threads. */
public final class CacheDirectory implements AutoCloseable {

    private final Path root;
    private final CacheFiles files;
    private final ShardFormats formats;
    private final CacheJson json;
    private final List<String> damage;
    private final CacheLock lock;
    private final DiskGauge disk;
    private final SpillArea spills;
    private final StepFolders steps;
    private @Nullable DiskRate diskRate;
    private final boolean isVersion0;
    private Manifest manifest;
    private boolean isBegun;

    private CacheDirectory(
            Path root,
            CacheFiles files,
            DiskGauge disk,
            ShardFormats formats,
            CacheLock lock,
            CacheJson json,
            List<String> damage,
            String pipeline,
            @Nullable Manifest manifest,
            boolean isVersion0) {
        this.isVersion0 = isVersion0;
        this.root = root;
        this.files = files;
        this.formats = formats;
        this.json = json;
        this.damage = damage;
        this.lock = lock;
        this.disk = disk;
        this.spills = new SpillArea(root, files);
        this.steps = new StepFolders(root, files, formats, json);
        this.isBegun = manifest != null;
        this.manifest = manifest == null ? Manifest.empty(pipeline) : manifest;
    }

    /**
     * Opens or creates a cache directory and takes its lock.
     *
     * @param root the directory
     * @param pipeline the pipeline's name
     * @param durability what outlives a loss of power
     * @param disk the file system
     * @param formats the part formats
     * @param mends whether metadata that cannot be read is removed, to be made anew; else it is refused
     * @return the directory
     * @throws CacheException if it cannot be used, is in use, or belongs to another pipeline
     */
    public static CacheDirectory openForWriting(
            Path root, String pipeline, Durability durability, CacheFiles disk, ShardFormats formats, boolean mends) {
        CacheFiles files = durability == Durability.POWER ? disk : new UnforcedFiles(disk);
        try {
            // What is to be refused is not even locked.
            Manifest.read(root, pipeline, mends ? new CacheJson(files, (file, failure) -> {}) : new CacheJson(files));
            Durably.createFolder(files, root);
            CacheLock lock = CacheLock.acquire(root);
            try {
                List<String> damage = new CopyOnWriteArrayList<>();
                CacheJson json = mends ? mending(files, damage) : new CacheJson(files);
                Manifest manifest = Manifest.read(root, pipeline, json);
                Migration.endAttempts(root, files, manifest != null);
                new Leftovers(root, files).remove();
                boolean isVersion0 = manifest == null && Migration.hasVersion0(root, files);
                return new CacheDirectory(
                        root,
                        files,
                        new DiskGauge(root, disk),
                        formats,
                        lock,
                        json,
                        damage,
                        pipeline,
                        manifest,
                        isVersion0);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CacheException(
                    "The cache directory " + root + " cannot be used: " + e
                            + ". Give a directory that this process may create and write to.",
                    e);
        }
    }

    private static CacheJson mending(CacheFiles files, List<String> damage) {
        return new CacheJson(files, (file, failure) -> {
            files.delete(file);
            damage.add(String.valueOf(failure.getMessage()));
        });
    }

    /**
     * Which metadata could not be read, in words.
     *
     * @return a line for each file that was removed
     */
    public List<String> damage() {
        return List.copyOf(damage);
    }

    /**
     * Whether the cache was of version 0 when it was opened, so that it has to be migrated before it is used.
     *
     * @return true if it has no manifest, but the file of that version
     */
    public boolean isVersion0() {
        return isVersion0;
    }

    /**
     * What takes a cache of version 0 to this one.
     *
     * @return the migration, not begun
     */
    public Migration migration() {
        return new Migration(root, files, this);
    }

    /**
     * Whether an output is the one that readers see.
     *
     * @param store its folder
     * @return true if it was whole at the end of some run, and no other has been since
     */
    public synchronized boolean isPublished(StepStore store) {
        Manifest.Output output = manifest.steps().get(store.step());
        return output != null && output.fingerprint().equals(store.output());
    }

    /**
     * What is known of a step's last complete output, whatever its fingerprint.
     *
     * @param step the step's name
     * @return what its {@code step.json} says, or null
     */
    public @Nullable StepInfo readLastInfo(String step) {
        Manifest.Output output;
        synchronized (this) {
            output = manifest.steps().get(step);
        }
        return output == null ? null : steps.read(new StepStore(root, step, output.fingerprint(), files, formats));
    }

    /**
     * Notes a step as finished, and so makes its rows, if it keeps any, the ones that readers see.
     *
     * @param step the step's name
     * @param fingerprint its fingerprint
     * @param shards its shards in order
     */
    public synchronized void publish(String step, String fingerprint, List<Integer> shards) {
        Manifest.Output output = new Manifest.Output(fingerprint, ShardRange.of(shards));
        if (output.equals(manifest.steps().get(step))) {
            return;
        }
        publishAll(Map.of(step, output));
    }

    /**
     * Makes the cache one that can be opened for reading, though no step is finished. Does nothing where it is one already; a cache of
     * version 0 has to be migrated before.
     */
    public synchronized void begin() {
        if (!isBegun) {
            publishAll(Map.of());
        }
    }

    synchronized void publishAll(Map<String, Manifest.Output> outputs) {
        Manifest changed = manifest.with(outputs);
        try {
            json.replace(root.resolve("manifest.json"), changed);
        } catch (IOException e) {
            throw WriteFailure.of("manifest.json", e);
        }
        manifest = changed;
        isBegun = true;
    }

    /**
     * The outputs under other fingerprints than the current ones, and when they were used.
     *
     * @return a view
     */
    public OldOutputs oldOutputs() {
        return new OldOutputs(root, files);
    }

    /**
     * How fast the disk of the cache is. Measured at the first call for a cache, in about 50 ms.
     *
     * @return the rate
     */
    public synchronized DiskRate diskRate() {
        DiskRate known = diskRate;
        if (known == null) {
            known = disk.rate();
            diskRate = known;
        }
        return known;
    }

    /**
     * Keeps the report of the run as {@code report.json}.
     *
     * @param report the report
     */
    public void writeReport(RunReport report) {
        try {
            Durably.replace(files, root.resolve("report.json"), out -> ReportJson.write(report, out));
        } catch (IOException e) {
            throw WriteFailure.of("report.json", e);
        }
    }

    /**
     * The folders of the steps.
     *
     * @return a view
     */
    public StepFolders steps() {
        return steps;
    }

    /**
     * Where rows are that memory has no room for.
     *
     * @return the folder
     */
    public SpillArea spills() {
        return spills;
    }

    /** Removes what was moved out of memory, and gives the lock back. */
    @Override
    public void close() {
        try (lock) {
            spills.close();
        } catch (IOException e) {
            throw new CacheException(
                    "The cache " + root + " cannot be left in order: " + e + ". The next run tidies up.", e);
        }
    }
}
