package dev.batchwright;

/**
 * A step that sees all rows. It is a barrier.
 *
 * @param <I> the rows it takes
 * @param <O> the rows it makes
 */
public interface GlobalStep<I, O> extends PipelineStep {

    /**
     * Makes rows out of all rows.
     *
     * @param all the rows, read lazily, as often as needed; valid during the call only
     * @param out takes the new rows, in order
     * @throws Exception the rows could not be processed
     */
    void process(Dataset<I> all, Output<O> out) throws Exception;
}
