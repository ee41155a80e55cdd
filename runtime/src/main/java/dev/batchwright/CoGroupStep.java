package dev.batchwright;

/**
 * A step that sees all rows of a key from two branches together: joins and anti-joins are written with it. It is a barrier.
 *
 * @param <K> the key: a comparable column type, or a record of such
 * @param <A> the rows of the left branch
 * @param <B> the rows of the right branch
 * @param <O> the rows it makes
 */
public interface CoGroupStep<K, A, B, O> extends PipelineStep {

    /**
     * Says which group a row of the left branch belongs to.
     *
     * @param row the row
     * @return its key, not null
     * @throws Exception the row could not be processed
     */
    K leftKey(A row) throws Exception;

    /**
     * Says which group a row of the right branch belongs to.
     *
     * @param row the row
     * @return its key, not null
     * @throws Exception the row could not be processed
     */
    K rightKey(B row) throws Exception;

    /**
     * Makes rows out of one group. Called once for every key of either side.
     *
     * @param key the key
     * @param left the left rows with this key, possibly none; valid during the call only
     * @param right the right rows with this key, possibly none; valid during the call only
     * @param out takes the new rows, in order
     * @throws Exception the group could not be processed
     */
    void process(K key, Dataset<A> left, Dataset<B> right, Output<O> out) throws Exception;
}
