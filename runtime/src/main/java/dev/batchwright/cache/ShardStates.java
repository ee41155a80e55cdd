package dev.batchwright.cache;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartFooter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is there of the shards of a step: which parts, and how far they reach. Footers that end what is there are remembered. Safe for use
 * by several threads, as long as one shard is written by one of them.
 */
final class ShardStates {

    private final PartFolder folder;
    private final PartListing listing = new PartListing();
    private final Map<Integer, PartFooter> lastFooters = new ConcurrentHashMap<>();
    private final Set<String> damage = ConcurrentHashMap.newKeySet();

    ShardStates(PartFolder folder) {
        this.folder = folder;
    }

    void add(List<PartName> parts) {
        parts.forEach(listing::add);
    }

    PartListing listing() {
        return listing;
    }

    Set<String> damage() {
        return damage;
    }

    @Nullable
    PartFooter end(int shard) throws IOException {
        PartFooter reached = reached(shard);
        boolean whole = reached != null && reached.lastPart() && listing.after(shard, reached.part()) == null;
        return whole ? reached : null;
    }

    @Nullable
    PartFooter reached(int shard) throws IOException {
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

    @Nullable
    Gap gap(int shard) throws IOException {
        PartFooter before = reached(shard);
        int missing = before == null ? 0 : before.part() + 1;
        PartName next = listing.after(shard, missing);
        if (listing.unbroken(shard).size() != missing || next == null || next.part() != missing + 1) {
            return null;
        }
        PartFooter after = footerOrNull(next);
        return after == null ? null : new Gap(before, after);
    }

    /** From the end, so that a crash leaves a shard that is not whole. */
    void removeFrom(int shard, int first) throws IOException {
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

    void remove(PartName part) throws IOException {
        folder.files().delete(folder.path(part));
        listing.remove(part);
        lastFooters.remove(part.shard());
    }

    /** A part that has become visible. */
    void add(PartName part, PartFooter footer) {
        boolean last = listing.after(part.shard(), part.part()) == null;
        listing.add(part);
        if (last) {
            lastFooters.put(part.shard(), footer);
        } else {
            lastFooters.remove(part.shard());
        }
    }

    /** A part that is damaged, or that belongs elsewhere, ends what can be used of its shard. */
    @Nullable
    PartFooter footerOrNull(PartName part) throws IOException {
        try {
            return folder.footer(part);
        } catch (CorruptShardException e) {
            damage.add(String.valueOf(e.getMessage()));
            return null;
        }
    }
}
