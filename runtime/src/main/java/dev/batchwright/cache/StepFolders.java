package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders of the steps in a cache, and what their {@code step.json} say. Safe for use by several threads, but for the folder of one step. */
public final class StepFolders {

    private final Path root;
    private final CacheFiles files;
    private final ShardFormats formats;
    private final CacheJson json;

    StepFolders(Path root, CacheFiles files, ShardFormats formats, CacheJson json) {
        this.root = root;
        this.files = files;
        this.formats = formats;
        this.json = json;
    }

    /**
     * Opens the folder of a step under a fingerprint. What earlier attempts left unfinished is removed.
     *
     * @param step the step's name
     * @param fingerprint its fingerprint in hexadecimal
     * @return the folder
     * @throws CacheException if it cannot be used
     */
    public StepStore open(String step, String fingerprint) {
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
     * {@link #open} opens.
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
            write(next, info.withBasis(present.output()));
            next.takeOver();
            new AdoptedParts(present, next).takeOver(shardsWithoutBadRows(present)); // or they are written again
            return next;
        } catch (IOException e) {
            throw new CacheException("The folder of step " + present.step() + " in the cache cannot be used: " + e, e);
        }
    }

    private static List<Integer> shardsWithoutBadRows(StepStore output) throws IOException {
        StepStore bad = output.quarantine().files();
        bad.list();
        List<Integer> shards = new ArrayList<>();
        for (int shard : output.shards()) {
            if (!bad.shards().contains(shard) && output.end(shard) != null) {
                shards.add(shard);
            }
        }
        return shards;
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
            read(store);
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
    public @Nullable StepInfo read(StepStore store) {
        StepInfo info = read(store, json);
        store.accept(EarlierRows.adopted(info));
        return info;
    }

    private static @Nullable StepInfo read(StepStore store, CacheJson json) {
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
        return read(new StepStore(root, step, output, files, formats), new CacheJson(files));
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
     * Keeps what is known of a step.
     *
     * @param store the step's folder
     * @param info what to keep
     */
    public void write(StepStore store, StepInfo info) {
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
    public EarlierOutputs earlier() {
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
}
