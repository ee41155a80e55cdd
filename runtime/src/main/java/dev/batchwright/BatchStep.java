package dev.batchwright;

/**
 * A step that makes any number of rows out of a batch of rows.
 *
 * @param <I> the rows it takes
 * @param <O> the rows it makes
 */
public interface BatchStep<I, O> extends PipelineStep {

    /**
     * Makes rows out of a batch.
     *
     * @param batch the rows, at least one, at most as many as the step's batch size
     * @param out takes the new rows, in order
     * @throws Exception the batch could not be processed
     */
    void process(Batch<I> batch, Output<O> out) throws Exception;
}
