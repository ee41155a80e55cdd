package dev.batchwright.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows that enter a chain. Used by one thread. */
interface Feed extends AutoCloseable {

    /** How many rows go in at once where several feeds take turns: branches that are joined row by row must not drift apart. */
    int TURN = 256;

    /**
     * Hands on some rows, at most {@link #TURN}.
     *
     * @return false when there are no more, after the entry has been finished
     */
    boolean advance() throws Exception;

    @Override
    void close() throws IOException;

    /** Lets feeds take turns until all have ended. */
    static void drain(List<Feed> feeds, StopSignal stop) throws Exception {
        List<Feed> open = new ArrayList<>(feeds);
        while (!open.isEmpty()) {
            stop.check();
            for (int i = 0; i < open.size(); i++) {
                if (!open.get(i).advance()) {
                    open.remove(i--);
                }
            }
        }
    }
}
