package dev.batchwright.annotation;

/** Whether a step's rows are kept in the cache. */
public enum Persist {
    /**
     * Keeps what is costly to make or read more than once: everything except the rows of map, filter and flat-map steps
     * that have a single consumer which is not a barrier.
     */
    AUTO,
    /** Keeps the rows. */
    ALWAYS,
    /** Hands the rows on without keeping them. Such a step has one consumer, and no barrier reads from it. */
    NEVER
}
