package dev.batchwright.memory;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** When there was not enough, and who waits. Safe for use by several threads. */
final class Shortages {

    /** Long enough for a thread that has got what it waited for to say so. */
    private static final int HOPELESS_AFTER = 200;

    private final LongAdder times = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final AtomicInteger waiting = new AtomicInteger();

    void count() {
        times.increment();
    }

    long times() {
        return times.sum();
    }

    long waitedNanos() {
        return waitedNanos.sum();
    }

    Wait begin() {
        return new Wait();
    }

    /** The wait of one thread, from its beginning to its end. */
    final class Wait implements AutoCloseable {

        private final long began = System.nanoTime();
        private long heldBefore = -1;
        private int unchanged;

        private Wait() {
            waiting.incrementAndGet();
        }

        /**
         * Whether nobody is left who could give anything back. Asked after each time that there was not enough.
         *
         * @param tasks how many tasks share the budget; where there are none, somebody else may hold some
         */
        boolean isHopeless(long held, int tasks) {
            if (held != heldBefore || tasks == 0 || waiting.get() < tasks) {
                heldBefore = held;
                unchanged = 0;
            }
            return ++unchanged > HOPELESS_AFTER;
        }

        @Override
        public void close() {
            waiting.decrementAndGet();
            waitedNanos.add(System.nanoTime() - began);
        }
    }
}
