package dev.batchwright.engine;

import dev.batchwright.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a source that one shard holds.
 *
 * @param split the split
 * @param firstRow the first row within the split
 * @param rows how many rows at most; {@link Long#MAX_VALUE} for all that follow
 */
record ShardSlice(Split split, long firstRow, long rows) {

    /** Cuts splits whose number of rows is known; others are a shard each. Depends on nothing but its arguments. */
    static List<ShardSlice> cut(List<Split> splits, long shardRows) {
        List<ShardSlice> slices = new ArrayList<>();
        for (Split split : splits) {
            if (split.rows().isEmpty()) {
                slices.add(new ShardSlice(split, 0, Long.MAX_VALUE));
                continue;
            }
            long rows = split.rows().getAsLong();
            for (long first = 0; first == 0 || first < rows; first += shardRows) {
                slices.add(new ShardSlice(split, first, Math.min(shardRows, rows - first)));
            }
        }
        return slices;
    }
}
