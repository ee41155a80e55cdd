package dev.batchwright.cache;

import dev.batchwright.CorruptShardException;
import dev.batchwright.cache.StoredDataset.Extent;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of some shards in the order of their rows, from a row of the first shard on. Used by one thread. */
final class ShardParts {

    private final StepStore store;
    private final Iterator<Integer> shards;
    private final Extent extent;
    private long rowsToSkip;
    private Iterator<PartName> parts = List.<PartName>of().iterator();

    /**
     * Makes the sequence; looks at nothing yet.
     *
     * @param firstRow the first row that is wanted, counted from the beginning of the first shard
     */
    ShardParts(StepStore store, List<Integer> shards, long firstRow, Extent extent) {
        this.store = store;
        this.shards = shards.iterator();
        this.rowsToSkip = firstRow;
        this.extent = extent;
    }

    /** Goes to the next part; null after the last one. */
    @Nullable
    PartName next() throws IOException {
        while (!parts.hasNext()) {
            if (!shards.hasNext()) {
                return null;
            }
            int shard = shards.next();
            if (extent == Extent.WHOLE && store.end(shard) == null) {
                throw new CorruptShardException(
                        "Shard " + shard + " of step " + store.step()
                                + " is not whole: parts are missing or damaged. Run the pipeline again to compute it.",
                        null);
            }
            parts = from(store.parts(shard)).iterator();
        }
        return parts.next();
    }

    /** How many rows of the part that {@link #next} has just given come before the first one that is wanted. */
    long rowsToSkip() {
        long rows = rowsToSkip;
        rowsToSkip = 0;
        return rows;
    }

    /** Finds the first part that is wanted by halving, since each footer says how many rows come before it. */
    private List<PartName> from(List<PartName> names) throws IOException {
        if (rowsToSkip == 0) {
            return names;
        }
        int before = 0;
        int after = names.size();
        long rowsBefore = 0;
        while (after - before > 1) {
            int middle = (before + after) >>> 1;
            long rows = store.footer(names.get(middle)).rowsBefore();
            if (rows <= rowsToSkip) {
                before = middle;
                rowsBefore = rows;
            } else {
                after = middle;
            }
        }
        rowsToSkip -= rowsBefore;
        return names.subList(before, names.size());
    }
}
