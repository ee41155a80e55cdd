package dev.batchwright.annotation;

/** What a run does with rows that a step cannot process. */
public enum OnError {
    /** Ends the run with the step, the shard, the rows and the cause. */
    FAIL,
    /** Puts the bad rows aside, together with their errors, and goes on. */
    QUARANTINE
}
