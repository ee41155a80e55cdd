package dev.batchwright.isolation;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.PipelineStep;
import dev.batchwright.Sink;
import dev.batchwright.generated.BatchManager;
import java.util.List;

/**
 * The call of a step with some rows of a shard, whatever its interface: with one row where it takes no batches.
 *
 * @param <I> the rows that it takes
 * @param <O> the rows that it makes
 */
@FunctionalInterface
public interface BatchCall<I, O> {

    /**
     * Calls the step.
     *
     * @param batch the rows
     * @param number the batch within its shard
     * @param out takes what the step makes
     * @throws Exception what the step throws
     */
    void call(Batch<I> batch, long number, Output<O> out) throws Exception;

    /**
     * The call of a step in this process.
     *
     * @param manager the step
     * @param shard where its rows come from
     * @return the call
     * @throws IllegalStateException if the step is not called row by row or batch by batch
     */
    @SuppressWarnings("unchecked") // the generated manager fixes the types of the step
    static <I, O> BatchCall<I, O> of(BatchManager<I, O> manager, int shard) {
        PipelineStep step = manager.step();
        return switch (manager.settings().kind()) {
            case MAP -> (batch, number, out) -> out.add(((MapStep<I, O>) step).map(batch.get(0)));
            case FILTER -> (batch, number, out) -> keep((FilterStep<I>) step, batch.get(0), (Output<I>) out);
            case FLAT_MAP -> (batch, number, out) -> ((FlatMapStep<I, O>) step).flatMap(batch.get(0), out);
            case BATCH -> (batch, number, out) -> ((BatchStep<I, O>) step).process(batch, out);
            case ALIGNED_BATCH -> (batch, number, out) -> align((AlignedBatchStep<I, O>) step, batch, out);
            case SINK -> {
                String name = manager.name();
                yield (batch, number, out) -> ((Sink<I>) step).write(batch, new BatchId(name, shard, number));
            }
            default -> throw new IllegalStateException(manager.name() + " takes no rows within a chain");
        };
    }

    private static <I> void keep(FilterStep<I> filter, I row, Output<I> out) throws Exception {
        if (filter.keep(row)) {
            out.add(row);
        }
    }

    private static <I, O> void align(AlignedBatchStep<I, O> step, Batch<I> batch, Output<O> out) throws Exception {
        List<O> rows = step.process(batch);
        if (rows.size() != batch.size()) {
            throw new IllegalStateException("It made " + rows.size() + " rows of a batch of " + batch.size()
                    + "; an AlignedBatchStep makes exactly one row of each. Make it a BatchStep if that is meant.");
        }
        rows.forEach(out::add);
    }
}
