package dev.batchwright;

/**
 * A step that keeps or drops rows.
 *
 * @param <I> the rows it takes and makes
 */
public interface FilterStep<I> extends PipelineStep {

    /**
     * Says whether a row stays.
     *
     * @param row the row
     * @return true to keep it
     * @throws Exception the row could not be processed
     */
    boolean keep(I row) throws Exception;
}
