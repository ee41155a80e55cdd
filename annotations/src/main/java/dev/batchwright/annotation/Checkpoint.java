package dev.batchwright.annotation;

/** When what a step has made is committed, so that it is not made again after a crash. */
public enum Checkpoint {
    /** When a part is large enough, or when the checkpoint interval of the run has passed. */
    INTERVAL,
    /**
     * After every batch, or after every row in a step without batches: for calls that cost money. The commit comes before the next
     * row enters the task; where one row makes many batches, they are committed together.
     */
    EVERY_BATCH
}
