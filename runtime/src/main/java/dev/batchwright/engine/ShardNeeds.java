package dev.batchwright.engine;

import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.PartFooter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done for one shard of a stage: which lanes run, and which are read back because their rows are there already and
 * a lane that runs takes them. Immutable.
 *
 * @param run the lanes that run
 * @param load the lanes whose stored rows are read
 */
record ShardNeeds(Set<Lane> run, Set<Lane> load) {

    ShardNeeds {
        run = Set.copyOf(run);
        load = Set.copyOf(load);
    }

    boolean isNothing() {
        return run.isEmpty();
    }

    /** Finds out what a shard needs. */
    static ShardNeeds of(Stage stage, int stageShard, RunContext context) {
        Set<Lane> run = new HashSet<>();
        Set<Lane> load = new HashSet<>();
        List<Lane> lanes = stage.lanes();
        for (int i = lanes.size() - 1; i >= 0; i--) { // consumers come before what feeds them
            Lane lane = lanes.get(i);
            boolean wanted = lane.consumers().stream().anyMatch(run::contains);
            boolean there = end(lane, stageShard, context) != null;
            boolean missing = context.step(lane).leavesTraces() && !there && !lane.isStoredHead();
            if (missing || (wanted && !there)) {
                run.add(lane);
            } else if (wanted) {
                load.add(lane);
            }
        }
        return new ShardNeeds(run, load);
    }

    /** The last footer of a lane's shard, or null if the shard is not whole or its step leaves no traces. */
    static @Nullable PartFooter end(Lane lane, int stageShard, RunContext context) {
        StepRuntime step = context.step(lane);
        if (!step.leavesTraces()) {
            return null;
        }
        try {
            return step.store().end(ShardNumbers.shard(lane, stageShard));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts the lanes of a shard that need not run as reused. */
    void countReused(Stage stage, int stageShard, RunContext context) {
        for (Lane lane : stage.lanes()) {
            if (!run.contains(lane) && !lane.isStoredHead()) {
                PartFooter end = end(lane, stageShard, context);
                long rows = end == null || context.step(lane).isSink() ? 0 : end.rowsBefore() + end.rows();
                context.step(lane).metrics().countReusedShard(rows);
            }
        }
    }
}
