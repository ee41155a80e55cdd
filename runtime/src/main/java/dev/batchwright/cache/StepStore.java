package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one step under one fingerprint. The listing of the folder is its state. Safe for use by several threads, as long
 * as one shard is written by one of them.
 */
public final class StepStore {

    private final PartFolder folder;
    private final PartListing listing = new PartListing();
    private final Map<Integer, PartFooter> lastFooters = new ConcurrentHashMap<>();
    private final Set<String> damage = ConcurrentHashMap.newKeySet();
    private final AtomicLong attempts = new AtomicLong();

    StepStore(Path root, String step, String fingerprint, CacheFiles files, ShardFormats formats) {
        this.folder = new PartFolder(root, step, fingerprint, files, formats);
    }

    void list() throws IOException {
        folder.parts().forEach(listing::add);
    }

    Path folder() {
        return folder.path();
    }

    CacheFiles files() {
        return folder.files();
    }

    /** How messages call a file of this folder. */
    String nameOf(String fileName) {
        return folder.nameOf(fileName);
    }

    /**
     * The name of the step.
     *
     * @return the name
     */
    public String step() {
        return folder.step();
    }

    /**
     * The fingerprint of the step.
     *
     * @return the fingerprint in hexadecimal
     */
    public String fingerprint() {
        return folder.fingerprint();
    }

    /**
     * The footer of the part that ends a shard.
     *
     * @param shard the shard
     * @return its footer, or null if the shard is not whole
     * @throws IOException if a file cannot be read
     */
    public @Nullable PartFooter end(int shard) throws IOException {
        PartFooter reached = reached(shard);
        boolean whole = reached != null && reached.lastPart() && listing.after(shard, reached.part()) == null;
        return whole ? reached : null;
    }

    /**
     * How far a shard has come: the footer of the last part before the first that is missing, damaged or moved from elsewhere. Only
     * the last one is looked at; damage in those before it is found by those who read them.
     *
     * @param shard the shard
     * @return the footer, or null if there is nothing
     * @throws IOException if a file cannot be read
     */
    public @Nullable PartFooter reached(int shard) throws IOException {
        PartFooter known = lastFooters.get(shard);
        if (known != null) {
            return known;
        }
        List<PartName> unbroken = listing.unbroken(shard);
        for (int i = unbroken.size() - 1; i >= 0; i--) {
            PartFooter footer = footerOrNull(unbroken.get(i));
            if (footer != null) {
                lastFooters.put(shard, footer);
                return footer;
            }
        }
        return null;
    }

    /**
     * The first place in a shard where one part is missing between two others, or before all others.
     *
     * @param shard the shard
     * @return the place, or null if no part is missing, or several next to each other, or only the last ones
     * @throws IOException if a file cannot be read
     */
    public @Nullable Gap gap(int shard) throws IOException {
        PartFooter before = reached(shard);
        int missing = before == null ? 0 : before.part() + 1;
        PartName next = listing.after(shard, missing);
        if (listing.unbroken(shard).size() != missing || next == null || next.part() != missing + 1) {
            return null;
        }
        PartFooter after = footerOrNull(next);
        return after == null ? null : new Gap(before, after);
    }

    /**
     * Removes the parts of a shard that cannot be used, before it is gone on with.
     *
     * @param shard the shard
     * @return how far it has come, or null if nothing of it is left
     * @throws IOException if a file cannot be removed
     */
    public @Nullable PartFooter keepReached(int shard) throws IOException {
        PartFooter reached = reached(shard);
        removeFrom(shard, reached == null ? 0 : reached.part() + 1);
        return reached;
    }

    /** From the end, so that a crash leaves a shard that is not whole. */
    private void removeFrom(int shard, int first) throws IOException {
        List<PartName> parts = listing.parts(shard);
        boolean removed = false;
        for (int i = parts.size() - 1; i >= 0 && parts.get(i).part() >= first; i--) {
            remove(parts.get(i));
            removed = true;
        }
        if (removed) {
            folder.files().forceFolder(folder.path()); // else they could come back beside new ones
        }
    }

    private void remove(PartName part) throws IOException {
        folder.files().delete(folder.path(part));
        listing.remove(part);
        lastFooters.remove(part.shard());
    }

    /**
     * Removes a part that has been found damaged, if it is one of this step.
     *
     * @param file what messages call it
     * @return whether the step has had such a part
     * @throws IOException if it cannot be removed
     */
    public boolean removeDamaged(String file) throws IOException {
        PartName part = folder.named(file);
        if (part == null || !listing.has(part)) {
            return false;
        }
        remove(part);
        folder.files().forceFolder(folder.path());
        return true;
    }

    /** A part that is damaged, or that belongs elsewhere, ends what can be used of its shard. */
    private @Nullable PartFooter footerOrNull(PartName part) throws IOException {
        try {
            return footer(part);
        } catch (CorruptShardException e) {
            damage.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /**
     * What was found damaged of the parts that were looked at, in words.
     *
     * @return a view
     */
    public Set<String> damage() {
        return Collections.unmodifiableSet(damage);
    }

    PartFooter footer(PartName part) throws IOException {
        return folder.footer(part);
    }

    PartInput open(PartName part) throws IOException {
        return folder.open(part);
    }

    ShardFormat format(PartName part) {
        return folder.format(part);
    }

    void check(PartFooter footer, PartName part) {
        folder.check(footer, part);
    }

    /** The shards of which there is a part. */
    List<Integer> shards() {
        return listing.shards();
    }

    List<PartName> parts(int shard) {
        return listing.parts(shard);
    }

    /**
     * Removes whatever there is of a shard, before it is computed again.
     *
     * @param shard the shard
     * @throws IOException if a file cannot be removed
     */
    public void clear(int shard) throws IOException {
        removeFrom(shard, 0);
    }

    /**
     * Removes all shards, where they were cut in another way.
     *
     * @throws IOException if a file cannot be removed
     */
    public void clearAll() throws IOException {
        for (int shard : listing.shards()) {
            clear(shard);
        }
    }

    /** A name for a part that is being written; no two attempts get the same. */
    Path temporary(PartName part, String attempt) {
        return folder.path().resolve(part.fileName() + ".tmp-" + attempt + "-" + attempts.getAndIncrement());
    }

    /** Makes a finished temporary file visible, unless another attempt came first and made the same part. */
    void commit(Path temporary, PartName part, PartFooter footer) throws IOException {
        PartName next = listing.after(part.shard(), part.part());
        if (next != null && !follows(footerOrNull(next), footer)) {
            removeFrom(part.shard(), next.part());
            next = null;
        }
        if (!Durably.publish(folder.files(), temporary, folder.path(part)) && !footer.equals(footerOrNull(part))) {
            throw new CacheException(
                    "Another attempt has written " + nameOf(part.fileName())
                            + " meanwhile, and with other rows. This attempt is given up; run again to go on.",
                    null);
        }
        listing.add(part);
        if (next == null) {
            lastFooters.put(part.shard(), footer);
        } else {
            lastFooters.remove(part.shard());
        }
    }

    /** Whether a part goes on with the very rows that another one ends with. */
    private static boolean follows(@Nullable PartFooter next, PartFooter part) {
        return next != null
                && next.part() == part.part() + 1
                && next.firstInputRow() == part.endInputRow()
                && next.rowsBefore() == part.endRow()
                && next.digests().before() == part.digests().through();
    }

    /**
     * Notes how far a shard has come, for a step that stores no rows.
     *
     * @param footer what was done
     * @param attempt tells this attempt from others
     * @throws CacheException if the mark cannot be written
     */
    public void markDone(PartFooter footer, String attempt) {
        PartName part = new PartName(footer.shard(), footer.part(), PartName.DONE);
        Path temporary = temporary(part, attempt);
        try {
            Durably.write(folder.files(), temporary, out -> DoneMark.write(footer, out));
            commit(temporary, part, footer);
        } catch (IOException e) {
            throw WriteFailure.of(nameOf(part.fileName()), e);
        }
    }
}
