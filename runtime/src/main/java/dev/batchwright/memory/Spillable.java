package dev.batchwright.memory;

/** Something that holds bytes of a budget and can move what it holds to disk. Safe for use by several threads. */
public interface Spillable {

    /**
     * What it could give back.
     *
     * @return a number of bytes, which may have changed when it is asked to
     */
    long spillable();

    /**
     * Moves what it holds to disk and gives its bytes back to the budget. Does nothing where another thread uses it.
     *
     * @return how many bytes it has given back; 0 if none
     */
    long spill();
}
