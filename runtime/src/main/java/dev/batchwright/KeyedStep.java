package dev.batchwright;

/**
 * A step that sees all rows of a key together. It is a barrier: it starts when the step before it has finished.
 *
 * @param <K> the key: a comparable column type, or a record of such
 * @param <I> the rows it takes
 * @param <O> the rows it makes
 */
public interface KeyedStep<K, I, O> extends PipelineStep {

    /**
     * Says which group a row belongs to.
     *
     * @param row the row
     * @return its key, not null; the same for equal rows, at any time, on any machine
     * @throws Exception the row could not be processed
     */
    K key(I row) throws Exception;

    /**
     * Makes rows out of one group.
     *
     * @param key the key
     * @param group all rows with this key, in their order before this step; valid during the call only
     * @param out takes the new rows, in order
     * @throws Exception the group could not be processed
     */
    void process(K key, Dataset<I> group, Output<O> out) throws Exception;
}
