package dev.batchwright.engine;

import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.StepFailedException;
import dev.batchwright.memory.SortSpace;
import dev.batchwright.memory.SortableDataset;
import dev.batchwright.memory.TaskMemory;
import dev.batchwright.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A stage that begins with a step that sees all rows at once. */
final class GlobalRun extends CutRun {

    private final InputStages inputs;

    GlobalRun(RunContext context, Stage stage, InputStages inputs, OptionalLong shardRows, Runnable shardWhole) {
        super(context, stage, shardRows, shardWhole);
        this.inputs = inputs;
    }

    @Override
    boolean isReady() {
        return inputs.areFinished();
    }

    @Override
    @SuppressWarnings("unchecked") // the generated manager fixes the types of the rows
    long run(CutStart start, CutOutput out, TaskMemory memory) {
        StepRuntime step = context().step(stage().head());
        long began = System.nanoTime();
        ReadFailure failure = new ReadFailure();
        try (Dataset<Object> all = sortable(step, memory, failure)) {
            long rows = all.size().orElse(0);
            RestOfOutput rest = new RestOfOutput(start.row(), out, step.name());
            ((GlobalStep<Object, Object>) step.manager().step()).process(all, rest);
            failure.rethrow();
            rest.end();
            step.metrics().addStepNanos(System.nanoTime() - began - out.nanosDownstream());
            return rows;
        } catch (Throwable e) {
            throw failed(Failures.reason(e, out.broken()), step);
        }
    }

    private RuntimeException failed(Throwable e, StepRuntime step) {
        RuntimeException other = Failures.notOfStep(e, context().stop().isAsked());
        if (other != null) {
            return other;
        }
        return new ChainFailure(new StepFailedException(
                "Step " + step.name() + " failed over all rows of "
                        + String.join(", ", step.node().inputs()) + ": " + e,
                e));
    }

    private Dataset<Object> sortable(StepRuntime step, TaskMemory memory, ReadFailure failure) {
        List<String> inputs = step.node().inputs();
        StopSignal stop = context().stop();
        SortSpace<Object> space = new SortSpace<>(
                step.name(),
                context().spilled(StoredFeed.serializer(context().step(inputs.get(0))), step),
                context().memory(),
                stop::check,
                () -> memory.waiting(0));
        return new SortableDataset<>(
                new WatchedDataset<>(stored(inputs, failure), failure, stop::check),
                space,
                sorted -> new WatchedDataset<>(sorted, failure, stop::check));
    }

    private Dataset<Object> stored(List<String> inputs, ReadFailure failure) {
        List<Dataset<Object>> parts = new ArrayList<>();
        for (String input : inputs) {
            StepRuntime step = context().step(input);
            parts.add(StoredFeed.dataset(
                    context(),
                    step,
                    new WatchedSerializer<>(StoredFeed.serializer(step), failure),
                    context().shards().all(input)));
        }
        return parts.size() == 1 ? parts.get(0) : new UnitedDataset<>(parts);
    }
}
