package dev.batchwright.shard;

import java.lang.management.ManagementFactory;

/** What the current thread allocates, so that a test can say that a few bytes did not make a reader reserve a lot of memory. */
public final class Allocation {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** How many bytes an action allocates on the heap. */
    public static long during(Runnable action) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        action.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
