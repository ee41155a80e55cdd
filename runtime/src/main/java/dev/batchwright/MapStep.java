package dev.batchwright;

/**
 * A step that makes exactly one row out of each row.
 *
 * @param <I> the rows it takes
 * @param <O> the rows it makes
 */
public interface MapStep<I, O> extends PipelineStep {

    /**
     * Makes the row that takes the place of the given one.
     *
     * @param row the row
     * @return the new row, not null
     * @throws Exception the row could not be processed
     */
    O map(I row) throws Exception;
}
