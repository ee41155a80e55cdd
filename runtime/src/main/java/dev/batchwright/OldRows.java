package dev.batchwright;

/**
 * What a run makes of rows in a cache of layout version 0, which has kept no fingerprints: nothing says with which code, configuration
 * and input they were made.
 */
public enum OldRows {
    /** Ends the run before it has changed anything, so that nobody is given old rows without knowing. */
    REFUSE,
    /** Takes them on trust as the current outputs of the steps of their names, where they fit. */
    ADOPT,
    /** Leaves them where they are, and computes all anew. */
    RECOMPUTE
}
