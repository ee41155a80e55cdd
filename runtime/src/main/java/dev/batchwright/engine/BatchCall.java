package dev.batchwright.engine;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.Output;
import dev.batchwright.Sink;
import java.util.List;

/** The call of a step that is handed batches, whatever its interface. */
@FunctionalInterface
interface BatchCall<I, O> {

    void call(Batch<I> batch, long number, Output<O> out) throws Exception;

    static <I, O> BatchCall<I, O> of(BatchStep<I, O> step) {
        return (batch, number, out) -> step.process(batch, out);
    }

    static <I, O> BatchCall<I, O> of(AlignedBatchStep<I, O> step) {
        return (batch, number, out) -> {
            List<O> rows = step.process(batch);
            if (rows.size() != batch.size()) {
                throw new IllegalStateException("It made " + rows.size() + " rows of a batch of " + batch.size()
                        + "; an AlignedBatchStep makes exactly one row of each. Make it a BatchStep if that is meant.");
            }
            rows.forEach(out::add);
        };
    }

    static <I, O> BatchCall<I, O> of(Sink<I> sink, String step, int shard) {
        return (batch, number, out) -> sink.write(batch, new BatchId(step, shard, number));
    }
}
