package dev.batchwright;

import java.util.List;

/**
 * A step that takes rows in batches and makes exactly one row out of each.
 *
 * @param <I> the rows it takes
 * @param <O> the rows it makes
 */
public interface AlignedBatchStep<I, O> extends PipelineStep {

    /**
     * Makes one row out of each row of a batch.
     *
     * @param batch the rows, at least one, at most as many as the step's batch size
     * @return the new rows, one for each row of the batch, in the same order
     * @throws Exception the batch could not be processed
     */
    List<O> process(Batch<I> batch) throws Exception;
}
