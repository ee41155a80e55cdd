package dev.batchwright.engine;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.StepFailedException;
import dev.batchwright.memory.TaskMemory;
import dev.batchwright.plan.Stage;
import java.util.List;

/** A stage that begins with the splits of a source. */
final class SplitsRun extends ShardsRun {

    private final List<ShardSlice> slices;

    SplitsRun(RunContext context, Stage stage, List<ShardSlice> slices) {
        super(context, stage);
        this.slices = List.copyOf(slices);
        context.shards().set(stage, slices.size());
    }

    @Override
    int available() {
        return slices.size();
    }

    @Override
    boolean isAllAvailable() {
        return true;
    }

    @Override
    long inputSize(int shard) {
        ShardSlice slice = slices.get(shard);
        return Math.min(slice.rows(), slice.split().length());
    }

    @Override
    @SuppressWarnings("unchecked") // the generated manager fixes the type of the rows
    Feed openHead(int shard, Start start, Chain chain, TaskMemory memory) {
        StepRuntime step = context().step(stage().head());
        ShardSlice slice = slices.get(shard);
        try {
            RowReader<Object> reader =
                    ((Source<Object>) step.manager().step()).open(slice.split(), slice.firstRow() + start.outputRow());
            return new SourceFeed<>(step, shard, reader, slice.rows(), chain, chain.entry(stage().head()));
        } catch (Exception e) {
            throw new StepFailedException(
                    "Step " + step.name() + " could not open " + slice.split().name() + " for shard " + shard + ": "
                            + e,
                    e);
        }
    }
}
