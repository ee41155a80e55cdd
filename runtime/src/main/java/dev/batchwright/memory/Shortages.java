package dev.batchwright.memory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** When there was not enough, and who waits. Safe for use by several threads. */
final class Shortages {

    /** Attempts; long enough for a thread that has got what it waited for to say so. */
    private static final int HOPELESS_AFTER = 200;

    /** Attempts, where a task may still be at work, but other threads of its step wait: as if it were not. */
    private static final int HOPELESS_AFTER_ALL = 60_000;

    private final LongAdder times = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

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
            waiting.add(Thread.currentThread());
        }

        /**
         * Whether nobody is left who could give anything back. Asked after each time that there was not enough.
         *
         * @param accounts the tasks that share the budget; where there are none, somebody else may hold some
         */
        boolean isHopeless(long held, OpenAccounts accounts) {
            int tasks = accounts.count();
            if (held != heldBefore || tasks == 0 || waiting.size() < tasks) {
                heldBefore = held;
                unchanged = 0;
            }
            return ++unchanged > (accounts.areAllOf(waiting) ? HOPELESS_AFTER : HOPELESS_AFTER_ALL);
        }

        @Override
        public void close() {
            waiting.remove(Thread.currentThread());
            waitedNanos.add(System.nanoTime() - began);
        }
    }
}
