package dev.batchwright.engine;

/** Says when the open parts of a task are closed, and closes them. Used by one thread. */
@FunctionalInterface
interface Checkpoint {

    /** Hears that a row that entered the task has been dealt with, so that no step of it is within a call. */
    void rowDone();
}
