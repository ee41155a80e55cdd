package dev.batchwright;

/**
 * A step that writes rows to the outside and makes none.
 *
 * @param <I> the rows it takes
 */
public interface Sink<I> extends PipelineStep {

    /**
     * Writes a batch.
     *
     * @param batch the rows, at least one, at most as many as the step's batch size
     * @param id the same for the same batch when it is written again after a failure, so that writes can be idempotent
     * @throws Exception the batch could not be written
     */
    void write(Batch<I> batch, BatchId id) throws Exception;
}
