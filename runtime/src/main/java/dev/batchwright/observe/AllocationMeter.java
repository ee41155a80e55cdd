package dev.batchwright.observe;

import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** Measures what threads allocate, where the JVM can tell. Safe for use by several threads. */
public final class AllocationMeter {

    private static final com.sun.management.@Nullable ThreadMXBean BEAN = bean();

    private AllocationMeter() {}

    private static com.sun.management.@Nullable ThreadMXBean bean() {
        return !MemoryCounts.isOff()
                        && ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                        && threads.isThreadAllocatedMemorySupported()
                        && threads.isThreadAllocatedMemoryEnabled()
                ? threads
                : null;
    }

    /**
     * What the thread that calls has allocated since it was started.
     *
     * @return a number of bytes; always 0 where the JVM cannot tell
     */
    public static long bytes() {
        com.sun.management.ThreadMXBean threads = BEAN;
        return threads == null ? 0 : threads.getCurrentThreadAllocatedBytes();
    }
}
