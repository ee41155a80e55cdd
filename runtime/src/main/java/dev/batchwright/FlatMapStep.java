package dev.batchwright;

/**
 * A step that makes any number of rows out of each row.
 *
 * @param <I> the rows it takes
 * @param <O> the rows it makes
 */
public interface FlatMapStep<I, O> extends PipelineStep {

    /**
     * Makes rows out of one row.
     *
     * @param row the row
     * @param out takes the new rows, in order
     * @throws Exception the row could not be processed
     */
    void flatMap(I row, Output<O> out) throws Exception;
}
