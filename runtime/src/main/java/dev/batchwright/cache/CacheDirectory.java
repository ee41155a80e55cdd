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
     * @return the directory
     * @throws CacheException if it cannot be used, is in use, or belongs to another pipeline
     */
    public static CacheDirectory openForWriting(
            Path root, String pipeline, Durability durability, CacheFiles disk, ShardFormats formats) {
        return openForWriting(root, pipeline, durability, disk, formats, false);
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
     * Opens the folder of a step under a fingerprint. What earlier attempts left unfinished is removed.
     *
     * @param step the step's name
     * @param fingerprint its fingerprint in hexadecimal
     * @return the folder
     * @throws CacheException if it cannot be used
     */
    public StepStore store(String step, String fingerprint) {
        try {
            StepStore store = new StepStore(root, step, Editions.last(root, step, fingerprint, files), files, formats);
            Durably.createFolder(files, store.folder());
            store.takeOver();
            return store;
        } catch (IOException e) {
            throw new CacheException("The folder of step " + step + " in the cache cannot be used: " + e, e);
        }
    }

    /**
     * Begins another output under the same fingerprint, which takes good rows over from the present one. From then on it is what
     * {@link #store} opens.
     *
     * @param present the present output
     * @param info what is known of it
     * @return the folder of the other output, empty
     * @throws CacheException if it cannot be begun
     */
    public StepStore nextEdition(StepStore present, StepInfo info) {
        StepStore next = new StepStore(root, present.step(), Editions.next(present.output()), files, formats);
        try {
            Durably.createFolder(files, next.folder());
            writeInfo(next, info.withBasis(present.output()));
            next.takeOver();
            return next;
        } catch (IOException e) {
            throw new CacheException("The folder of step " + present.step() + " in the cache cannot be used: " + e, e);
        }
    }

    /**
     * Opens an earlier output of a step, to read what is there of it.
     *
     * @param step the step's name
     * @param output what names the output
     * @return its folder, which need not be there
     * @throws CacheException if it cannot be read
     */
    public StepStore earlier(String step, String output) {
        StepStore store = new StepStore(root, step, output, files, formats);
        try {
            store.list();
            readInfo(store);
            return store;
        } catch (IOException e) {
            throw new CacheException("The folder of step " + step + " in the cache cannot be read: " + e, e);
        }
    }

    /**
     * The rows that an earlier output has put aside, to read them.
     *
     * @param rows the output's folder
     * @return the rows
     * @throws CacheException if they cannot be read
     */
    public QuarantineStore earlierQuarantine(StepStore rows) {
        QuarantineStore store = rows.quarantine();
        try {
            store.list(rows);
            return store;
        } catch (IOException e) {
            throw new CacheException(
                    "The rows that step " + rows.step() + " has put aside in the cache cannot be read: " + e, e);
        }
    }

    /**
     * The output of a step that a run has used last, finished or not.
     *
     * @param step the step's name
     * @return what names it, or null if there is none
     * @throws CacheException if that cannot be found out
     */
    public synchronized @Nullable String latestOutput(String step) {
        try {
            return new LatestOutputs(root, files).of(step, manifest);
        } catch (IOException e) {
            throw new CacheException("The outputs of step " + step + " in the cache cannot be looked for: " + e, e);
        }
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
     * Opens the folder of the rows that a step has put aside. What earlier attempts left unfinished is removed.
     *
     * @param rows the step's folder
     * @return the folder, which need not be there
     * @throws CacheException if it cannot be used
     */
    public QuarantineStore quarantine(StepStore rows) {
        QuarantineStore store = rows.quarantine();
        try {
            store.takeOver(rows);
            return store;
        } catch (IOException e) {
            throw new CacheException(
                    "The rows that step " + rows.step() + " has put aside in the cache cannot be used: " + e, e);
        }
    }

    /**
     * What is known of a step from an earlier run under the same fingerprint. From then on, the parts that it has adopted belong to it.
     *
     * @param store the step's folder
     * @return what its {@code step.json} says, or null
     */
    public @Nullable StepInfo readInfo(StepStore store) {
        StepInfo info = readInfo(store, json);
        store.accept(EarlierRows.adopted(info));
        return info;
    }

    private static @Nullable StepInfo readInfo(StepStore store, CacheJson json) {
        try {
            return json.read(store.folder().resolve("step.json"), store.nameOf("step.json"), StepInfo.class);
        } catch (IOException e) {
            throw new CacheException("File " + store.nameOf("step.json") + " cannot be read: " + e, e);
        }
    }

    /**
     * What is known of a step from an earlier run, without opening the cache.
     *
     * @param root the directory, which need not be there
     * @param step the step's name
     * @param fingerprint its fingerprint in hexadecimal
     * @param files the file system
     * @param formats the part formats
     * @return what its {@code step.json} says, or null
     */
    public static @Nullable StepInfo peek(
            Path root, String step, String fingerprint, CacheFiles files, ShardFormats formats) {
        String output = lastOutput(root, step, fingerprint, files);
        return readInfo(new StepStore(root, step, output, files, formats), new CacheJson(files));
    }

    /**
     * What names the last output of a step under a fingerprint, without opening the cache.
     *
     * @param root the directory, which need not be there
     * @param step the step's name
     * @param fingerprint its fingerprint in hexadecimal
     * @param files the file system
     * @return the fingerprint and, from the second on, the edition
     */
    public static String lastOutput(Path root, String step, String fingerprint, CacheFiles files) {
        try {
            return Editions.last(root, step, fingerprint, files);
        } catch (IOException e) {
            throw new CacheException("The folder of step " + step + " in the cache cannot be read: " + e, e);
        }
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
        return output == null ? null : readInfo(new StepStore(root, step, output.fingerprint(), files, formats));
    }

    /**
     * Keeps what is known of a step.
     *
     * @param store the step's folder
     * @param info what to keep
     */
    public void writeInfo(StepStore store, StepInfo info) {
        try {
            json.replace(store.folder().resolve("step.json"), info);
            store.accept(EarlierRows.adopted(info));
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf("step.json"), e);
        }
    }

    /**
     * The outputs that steps have had under earlier fingerprints.
     *
     * @return a view
     */
    public EarlierOutputs earlierOutputs() {
        return new EarlierOutputs(root, files);
    }

    /**
     * The parts of an earlier output, to be taken over.
     *
     * @param store the folder of the step that takes them
     * @param output the earlier output
     * @return the parts
     * @throws CacheException if they cannot be listed
     */
    public AdoptedParts earlierParts(StepStore store, EarlierOutput output) {
        return new AdoptedParts(earlier(store.step(), output.output()), store);
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
