package dev.batchwright.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shards with consecutive numbers.
 *
 * @param first the first of them
 * @param count how many there are
 */
record ShardRange(int first, int count) {

    /** Puts shards into as few ranges as possible. */
    static List<ShardRange> of(List<Integer> shards) {
        List<ShardRange> ranges = new ArrayList<>();
        for (int shard : shards) {
            ShardRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last.first + last.count == shard) {
                ranges.set(ranges.size() - 1, new ShardRange(last.first, last.count + 1));
            } else {
                ranges.add(new ShardRange(shard, 1));
            }
        }
        return ranges;
    }

    Stream<Integer> shards() {
        return IntStream.range(first, first + count).boxed();
    }
}
