package dev.batchwright;

/**
 * A step that joins two branches row by row. That they line up is proved while the pipeline compiles.
 *
 * @param <A> the rows of the left branch
 * @param <B> the rows of the right branch
 * @param <O> the rows it makes
 */
public interface ZipStep<A, B, O> extends PipelineStep {

    /**
     * Joins the two rows that stem from the same row.
     *
     * @param left the row of the left branch
     * @param right the row of the right branch
     * @return the joined row, not null
     * @throws Exception the rows could not be processed
     */
    O zip(A left, B right) throws Exception;
}
