package dev.batchwright.engine;

/** Takes the rows that come to a step within a task. Used by one thread. */
interface Receiver<I> {

    /** Takes a row. Throws nothing but {@link ChainFailure}, {@link RunStopped} and errors. */
    void accept(I row);

    /**
     * Hears that no row follows.
     *
     * @param lastShard whether no shard follows, where that was not known beforehand
     */
    void finish(boolean lastShard);
}
