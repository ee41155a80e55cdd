package dev.batchwright.engine;

/** Says when the open parts of a task are closed, and closes them. Used by one thread. */
interface Checkpoint {

    /** Hears that a row that entered the task has been dealt with, so that no step of it is within a call. */
    void rowDone();

    /**
     * Commits what there is of whole calls, perhaps in the middle of a row, since the task ends here: of every step before the first
     * that is within a call, for what comes after that one stems from rows that it has not all made.
     */
    void commitWhole();
}
