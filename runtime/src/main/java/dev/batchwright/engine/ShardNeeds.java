package dev.batchwright.engine;

import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.PartFooter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done for one shard of a stage: which lanes run and where each begins, and which are read back because a lane that
 * runs takes rows that are there already. A lane may do both: what an earlier run has committed of it is read back, and from there
 * on it runs. Immutable.
 *
 * @param run where the lanes that run begin
 * @param load the rows from which on lanes are read back
 * @param anew the lanes that run from their first row because what is kept of them stems from other rows than are there now
 */
record ShardNeeds(Map<Lane, Start> run, Map<Lane, Long> load, Set<Lane> anew) {

    static final ShardNeeds NOTHING = new ShardNeeds(Map.of(), Map.of(), Set.of());

    ShardNeeds {
        run = Map.copyOf(run);
        load = Map.copyOf(load);
        anew = Set.copyOf(anew);
    }

    boolean isNothing() {
        return run.isEmpty();
    }

    boolean runs(Lane lane) {
        return run.containsKey(lane);
    }

    boolean loads(Lane lane) {
        return load.containsKey(lane);
    }

    /** How many feeds a shard has: those that are read back, and the head of its stage where that runs. */
    int feeds(Stage stage) {
        return load.size() + (runs(stage.head()) ? 1 : 0);
    }

    /** Where a lane that runs begins. */
    Start start(Lane lane) {
        return Objects.requireNonNull(run.get(lane), lane::toString);
    }

    /** The first row that a lane hands to those it feeds, be it read back or made. */
    long firstRowOut(Lane lane) {
        Long loaded = load.get(lane);
        return loaded == null ? start(lane).outputRow() : loaded;
    }

    /** Finds out what a shard needs. */
    static ShardNeeds of(Stage stage, int stageShard, RunContext context) {
        Set<Lane> anew = new Lineage(context).stale(stage, stageShard);
        Map<Lane, Start> run = new HashMap<>();
        Map<Lane, Long> load = new HashMap<>();
        List<Lane> lanes = stage.lanes();
        for (int i = lanes.size() - 1; i >= 0; i--) { // consumers come before what feeds them
            Lane lane = lanes.get(i);
            OptionalLong wantedFrom = wantedFrom(lane, run);
            boolean keepsTraces = context.step(lane).leavesTraces();
            boolean there = lane.isStoredHead()
                    || (keepsTraces && !anew.contains(lane) && end(lane, stageShard, context) != null);
            if (!there && keepsTraces) {
                Start start =
                        anew.contains(lane) ? Start.AT_FIRST_ROW : Start.after(reached(lane, stageShard, context));
                run.put(lane, start);
                if (wantedFrom.isPresent() && wantedFrom.getAsLong() < start.outputRow()) {
                    load.put(lane, wantedFrom.getAsLong());
                }
            } else if (!there && wantedFrom.isPresent()) {
                run.put(lane, startOfUnkept(lane, wantedFrom.getAsLong(), run));
            } else if (wantedFrom.isPresent()) {
                load.put(lane, wantedFrom.getAsLong());
            }
        }
        return new ShardNeeds(run, load, anew);
    }

    /** What has to be done so that a lane makes rows from some place on, and no other lane whose rows are kept. */
    static ShardNeeds ofPart(Lane makes, Start start, RunContext context) {
        Map<Lane, Start> run = new HashMap<>(Map.of(makes, start));
        Map<Lane, Long> load = new HashMap<>();
        List<Lane> lanes = makes.stage().lanes();
        for (int i = lanes.size() - 1; i >= 0; i--) {
            Lane lane = lanes.get(i);
            OptionalLong wantedFrom = wantedFrom(lane, run);
            if (wantedFrom.isEmpty()) {
                continue;
            }
            if (lane.isStoredHead() || context.step(lane).leavesTraces()) {
                load.put(lane, wantedFrom.getAsLong());
            } else {
                run.put(lane, startOfUnkept(lane, wantedFrom.getAsLong(), run));
            }
        }
        return new ShardNeeds(run, load, Set.of());
    }

    /** Removes what is kept of the lanes that run anew. */
    void clear(int stageShard, RunContext context) {
        anew.forEach(lane -> StoredShard.of(lane, stageShard, context).clear());
    }

    /** The first row that any lane that runs takes of this one; nothing if none does. */
    private static OptionalLong wantedFrom(Lane lane, Map<Lane, Start> run) {
        return lane.consumers().stream()
                .map(run::get)
                .filter(Objects::nonNull)
                .mapToLong(Start::inputRow)
                .min();
    }

    private static Start startOfUnkept(Lane lane, long wantedFrom, Map<Lane, Start> run) {
        if (lane.inputs().isEmpty() && lane.stage().begin() == Stage.Begin.SPLITS) {
            return new Start(wantedFrom, wantedFrom, 0, List.of()); // a source can be opened at any row
        }
        List<Start> consumers =
                lane.consumers().stream().map(run::get).filter(Objects::nonNull).toList();
        return consumers.size() == 1 && lane.consumers().size() == 1
                ? consumers.get(0).of(lane.name())
                : Start.AT_FIRST_ROW;
    }

    /** The last footer of a lane's shard, or null if the shard is not whole or its step leaves no traces. */
    static @Nullable PartFooter end(Lane lane, int stageShard, RunContext context) {
        return context.step(lane).leavesTraces()
                ? StoredShard.of(lane, stageShard, context).end()
                : null;
    }

    /** The last footer of what is committed of a lane's shard, or null if nothing is or its step leaves no traces. */
    static @Nullable PartFooter reached(Lane lane, int stageShard, RunContext context) {
        return context.step(lane).leavesTraces()
                ? StoredShard.of(lane, stageShard, context).reached()
                : null;
    }

    /** Counts what is there of a shard from an earlier run. */
    void countReused(Stage stage, int stageShard, RunContext context) {
        for (Lane lane : stage.lanes()) {
            if (lane.isStoredHead()) {
                continue;
            }
            StepRuntime step = context.step(lane);
            PartFooter reached = anew.contains(lane) ? null : reached(lane, stageShard, context);
            long rows = reached == null || step.isSink() ? 0 : reached.endRow();
            if (reached != null && step.quarantine() != null) {
                step.quarantine().countTaken(reached.endInputRow());
            }
            if (runs(lane)) {
                step.metrics().addReusedRows(rows);
            } else {
                step.metrics().countReusedShard(rows);
            }
        }
    }
}
