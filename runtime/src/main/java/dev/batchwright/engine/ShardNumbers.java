package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.plan.StageGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many shards each stage has, as far as that is known, and which numbers they have in a step. Each lane of a step counts from a
 * hundred thousand of its own, so that a lane need not know how many shards the lanes before it will have. Safe for use by several
 * threads.
 */
final class ShardNumbers {

    static final int SHARDS_OF_A_LANE = 100_000;

    private final StageGraph graph;
    private final Map<Stage, Integer> counts = new HashMap<>();

    ShardNumbers(StageGraph graph) {
        this.graph = graph;
    }

    synchronized void set(Stage stage, int count) {
        counts.put(stage, count);
    }

    /** A shard of a stage as a shard of a step. */
    static int shard(Lane lane, int stageShard) {
        if (stageShard >= SHARDS_OF_A_LANE) {
            throw new BatchwrightException("Step " + lane.name() + " has more than " + SHARDS_OF_A_LANE
                    + " shards. Use larger splits, or a larger RunOptions.shardRows.");
        }
        return lane.index() * SHARDS_OF_A_LANE + stageShard;
    }

    /** Whether all shards of a step are known. */
    synchronized boolean isKnown(String step) {
        return graph.lanes(step).stream().allMatch(lane -> counts.containsKey(lane.stage()));
    }

    /** All shards of a step in order. Asked only where they are known. */
    synchronized List<Integer> all(String step) {
        List<Integer> shards = new ArrayList<>();
        for (Lane lane : graph.lanes(step)) {
            Integer count = counts.get(lane.stage());
            if (count == null) {
                throw new IllegalStateException("The shards of " + lane + " are not known yet");
            }
            for (int shard = 0; shard < count; shard++) {
                shards.add(shard(lane, shard));
            }
        }
        return shards;
    }
}
