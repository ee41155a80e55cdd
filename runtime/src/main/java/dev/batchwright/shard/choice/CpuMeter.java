package dev.batchwright.shard.choice;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Says how much processor time the calling thread has used. */
@FunctionalInterface
public interface CpuMeter {

    /**
     * The processor time of the calling thread.
     *
     * @return nanoseconds, from any origin
     */
    long nanos();

    /**
     * The meter of this machine: user and system time of the thread, so that what other threads and other processes do meanwhile
     * does not count. Where the machine cannot tell, the time that passes.
     *
     * @return a meter that may be used by several threads at once
     */
    static CpuMeter ofThisMachine() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isCurrentThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return System::nanoTime;
        }
        return threads::getCurrentThreadCpuTime;
    }
}
