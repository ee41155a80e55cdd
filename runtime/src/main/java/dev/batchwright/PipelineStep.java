package dev.batchwright;

/**
 * What all steps have in common. One step object serves all workers of a run, so its methods may be called by several threads
 * at once; what belongs to one thread is made in {@link #open} and kept by thread or by {@link StepContext#worker()}.
 */
public interface PipelineStep {

    /**
     * Called once by each worker before its first call of this step.
     *
     * @param context which step and which worker this is
     * @throws Exception ends the run
     */
    default void open(StepContext context) throws Exception {}

    /**
     * Called once for each {@link #open} that returned, when the run ends, whether it ends well or not.
     *
     * @throws Exception ends the run, unless it is failing already
     */
    default void close() throws Exception {}
}
