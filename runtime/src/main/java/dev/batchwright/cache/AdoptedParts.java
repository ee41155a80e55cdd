package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartFooter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Gives the parts of an earlier output a second name in the folder of a later one, whose {@code step.json} says by then that it has
 * adopted them. A part has all of its bytes under both names; what is done to one name does nothing to the other. Used by one thread.
 *
 * <p>The first part of a shard is named last. So a shard that has one is taken over as a whole, whenever the process ends, and of others
 * it can be told that they are not.
 */
public final class AdoptedParts {

    private final StepStore earlier;
    private final StepStore now;
    private final StepStore earlierAside;
    private final StepStore nowAside;

    /**
     * Changes nothing yet.
     *
     * @param earlier the earlier output, listed
     * @param now the output that takes its parts, listed
     */
    AdoptedParts(StepStore earlier, StepStore now) {
        this.earlier = earlier;
        this.now = now;
        this.earlierAside = earlier.quarantine().files();
        this.nowAside = now.quarantine().files();
    }

    /**
     * Whether there is anything to take over.
     *
     * @return true if there are shards of which the step has no parts of its own
     * @throws CacheException if that cannot be found out
     */
    public boolean areAny() {
        try {
            for (int shard : earlier.shards()) {
                if (isFree(shard)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Whether some shards could be taken over as a whole, all of them.
     *
     * @param shards the shards
     * @return true if each is whole, and the step has no parts of its own of any
     * @throws CacheException if that cannot be found out
     */
    public boolean areWhole(List<Integer> shards) {
        try {
            for (int shard : shards) {
                if (earlier.end(shard) == null || !isFree(shard)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Takes over the shards of which there are no other parts, with the rows that were put aside beside them. No row is written again.
     *
     * @return how many rows there are now; -1 where the file system gives no file a second name
     * @throws CacheException if a part cannot be taken over
     */
    public long takeOver() {
        try {
            earlierAside.list();
            if (!earlierAside.shards().isEmpty()) {
                Durably.createFolder(nowAside.files(), nowAside.folder());
            }
            return takeOver(earlier.shards()) ? rows() : -1;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The same for some shards; false where the file system gives no file a second name. */
    boolean takeOver(List<Integer> shards) throws IOException {
        for (int shard : shards) {
            if (isFree(shard) && !takeOver(shard)) {
                return false;
            }
        }
        now.files().forceFolder(now.folder());
        now.list();
        return true;
    }

    /** Whether what is there of a shard is at most the rest of an attempt to take it over. */
    private boolean isFree(int shard) throws IOException {
        for (PartName part : now.parts(shard)) {
            if (part.part() == 0 || !isEarlier(part)) {
                return false;
            }
        }
        return true;
    }

    private boolean isEarlier(PartName part) throws IOException {
        try {
            return !now.footer(part).fingerprint().equals(now.fingerprint());
        } catch (CorruptShardException e) {
            return false;
        }
    }

    private boolean takeOver(int shard) throws IOException {
        List<PartName> parts = earlier.parts(shard);
        for (int i = parts.size() - 1; i >= 0; i--) {
            PartName part = parts.get(i);
            PartName aside = earlierAside.part(shard, part.part());
            if (aside != null && !link(aside, earlierAside, nowAside)) {
                return false;
            }
            if (i == 0) {
                forceFolders(); // whoever finds the first part, even after a loss of power, finds all of the shard
            }
            if (!link(part, earlier, now)) {
                return false;
            }
        }
        return true;
    }

    private void forceFolders() throws IOException {
        now.files().forceFolder(now.folder());
        if (!earlierAside.shards().isEmpty()) {
            nowAside.files().forceFolder(nowAside.folder());
        }
    }

    private static boolean link(PartName part, StepStore from, StepStore to) throws IOException {
        Path second = to.folder().resolve(part.fileName());
        if (!to.files().link(from.folder().resolve(part.fileName()), second)) {
            return false;
        }
        to.files().force(second); // the run that wrote it may have promised less than this one does
        return true;
    }

    /**
     * Whether the shards of a step are not all there, while some were taken over.
     *
     * @param store the step's folder
     * @param shards all of its shards
     * @return true if what is missing would be made beside earlier rows
     * @throws CacheException if that cannot be found out
     */
    public static boolean wouldBeMixed(StepStore store, List<Integer> shards) {
        try {
            boolean misses = false;
            boolean hasEarlier = false;
            for (int shard : shards) {
                PartFooter reached = store.reached(shard);
                misses |= store.end(shard) == null;
                hasEarlier |= reached != null && !reached.fingerprint().equals(store.fingerprint());
            }
            return misses && hasEarlier;
        } catch (IOException e) {
            throw new CacheException("The parts in " + store.nameOf("") + " cannot be looked at: " + e, e);
        }
    }

    private long rows() throws IOException {
        long rows = 0;
        for (int shard : now.shards()) {
            PartFooter reached = now.reached(shard);
            rows += reached == null ? 0 : reached.endRow();
        }
        return rows;
    }

    private CacheException failure(IOException cause) {
        return new CacheException(
                "The parts in " + earlier.nameOf("") + " cannot be taken over: " + cause
                        + ". Look after the disk, then run again.",
                cause);
    }
}
