package dev.batchwright.samples.everykind.engine;

import dev.batchwright.engine.RunClock;

/** A clock that stands, so that no part is closed because of it. */
record SteadyClock() implements RunClock {

    @Override
    public long getAsLong() {
        return 0;
    }

    @Override
    public void close() {}
}
