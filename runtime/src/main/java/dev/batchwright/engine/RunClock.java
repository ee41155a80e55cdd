package dev.batchwright.engine;

import java.util.function.LongSupplier;

/** The time in nanoseconds, from any origin, during one run. Asked for every row, so it is cheap. Safe for use by several threads. */
public interface RunClock extends LongSupplier, AutoCloseable {

    /** Ends with the run. */
    @Override
    void close();
}
