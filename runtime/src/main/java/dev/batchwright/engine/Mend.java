package dev.batchwright.engine;

import dev.batchwright.cache.Gap;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.PartFooter;
import org.jspecify.annotations.Nullable;

/**
 * A part that is missing between others and can be made alone, from the row after the part before it to the row with which the part
 * after it begins. What follows stays as it is where the part comes out the same.
 *
 * @param lane the lane whose part it is
 * @param gap its place
 * @param needs what has to run, and what has to be read back
 */
record Mend(Lane lane, Gap gap, ShardNeeds needs) {

    /** The first part of a shard that can be mended, or null. */
    static @Nullable Mend find(Stage stage, int stageShard, RunContext context) {
        Lineage lineage = new Lineage(context);
        for (Lane lane : stage.lanes()) {
            if (lane.isStoredHead() || !context.step(lane).leavesTraces()) {
                continue;
            }
            Gap gap = StoredShard.of(lane, stageShard, context).gap();
            if (gap != null && lineage.allWhole(lane, stageShard)) {
                return new Mend(lane, gap, ShardNeeds.ofPart(lane, Start.after(gap.before()), context));
            }
        }
        return null;
    }

    /** How many rows of its input the part stems from. */
    long inputRows() {
        return gap.after().firstInputRow() - needs.start(lane).inputRow();
    }

    /** Counts the shard, of which all but the part is there. */
    void count(int stageShard, RunContext context) {
        StepRuntime step = context.step(lane);
        PartFooter end = ShardNeeds.end(lane, stageShard, context);
        if (end != null) {
            step.metrics().countShard();
            step.metrics()
                    .addReusedRows(
                            step.isSink() ? 0 : end.endRow() - gap.after().rowsBefore());
        }
    }
}
