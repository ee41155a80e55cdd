package dev.batchwright.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Who is asked to spill when bytes are missing: the smallest who has as many, so that no more is moved to disk than has to be; where
 * nobody has as many, the largest.
 */
final class SpillPolicy {

    private SpillPolicy() {}

    /**
     * Orders those who can spill.
     *
     * @param holders all of them
     * @param missing how many bytes are missing
     * @return those that hold anything, the one to ask first at the beginning
     */
    static List<Spillable> order(Collection<? extends Spillable> holders, long missing) {
        record Holder(Spillable who, long bytes) {}
        List<Holder> known = new ArrayList<>();
        for (Spillable holder : holders) {
            long bytes = holder.spillable(); // once, as others change it
            if (bytes > 0) {
                known.add(new Holder(holder, bytes));
            }
        }
        known.sort(Comparator.<Holder>comparingInt(holder -> holder.bytes() >= missing ? 0 : 1)
                .thenComparingLong(holder -> holder.bytes() >= missing ? holder.bytes() : -holder.bytes()));
        return known.stream().map(Holder::who).toList();
    }
}
