package dev.batchwright.engine;

import java.io.IOException;

/** Rows that enter a chain. Used by one thread. */
interface Feed extends AutoCloseable {

    /** How many rows go in at once where several feeds take turns: branches that are joined row by row must not drift apart. */
    int TURN = 256;

    /**
     * Hands on some rows, at most {@link #TURN}.
     *
     * @return false when there are no more, after the entry has been finished where nothing follows
     */
    boolean advance();

    @Override
    void close() throws IOException;
}
