package dev.batchwright.benchmarks.measure;

import java.lang.management.ManagementFactory;

/** How busy the machine is, whoever keeps it busy. */
public final class Load {

    private Load() {}

    /** The load average of the last minute: how many threads wanted to run at once. */
    public static double average() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
