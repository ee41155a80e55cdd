package dev.batchwright.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The parts of a step that lie in its folder, shard by shard. Safe for use by several threads. */
final class PartListing {

    private final Map<Integer, NavigableMap<Integer, PartName>> shards = new ConcurrentHashMap<>();

    void add(PartName part) {
        shards.computeIfAbsent(part.shard(), shard -> new ConcurrentSkipListMap<>())
                .put(part.part(), part);
    }

    void remove(PartName part) {
        of(part.shard()).remove(part.part(), part);
    }

    /** The parts of a shard in order; some may be missing between them. */
    List<PartName> parts(int shard) {
        return List.copyOf(of(shard).values());
    }

    /** The parts of a shard from its first one to the one before the first that is missing. */
    List<PartName> unbroken(int shard) {
        List<PartName> unbroken = new ArrayList<>();
        for (PartName part : of(shard).values()) {
            if (part.part() != unbroken.size()) {
                break;
            }
            unbroken.add(part);
        }
        return unbroken;
    }

    boolean has(PartName part) {
        return part.equals(of(part.shard()).get(part.part()));
    }

    /** The part of some number, or null. */
    @Nullable
    PartName of(int shard, int part) {
        return of(shard).get(part);
    }

    /** The next part of a shard that is there, or null. */
    @Nullable
    PartName after(int shard, int part) {
        Map.Entry<Integer, PartName> next = of(shard).higherEntry(part);
        return next == null ? null : next.getValue();
    }

    /** The shards of which there is a part. */
    List<Integer> shards() {
        return shards.keySet().stream().sorted().toList();
    }

    private NavigableMap<Integer, PartName> of(int shard) {
        NavigableMap<Integer, PartName> parts = shards.get(shard);
        return parts == null ? new TreeMap<>() : parts;
    }
}
