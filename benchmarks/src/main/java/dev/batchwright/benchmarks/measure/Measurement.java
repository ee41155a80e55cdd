package dev.batchwright.benchmarks.measure;

/**
 * What a process has cost, seen from outside.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds user and system time of it and its children
 * @param othersCpuSeconds what everything else on the machine has used meanwhile
 * @param peakPssMegabytes the most memory that it and its children held at once, shared pages counted in proportion
 * @param warmReadMegabytesPerSecond what they read a second after the first 256 MB; 0 if they read less
 */
public record Measurement(
        double wallSeconds,
        double cpuSeconds,
        double othersCpuSeconds,
        double peakPssMegabytes,
        double warmReadMegabytesPerSecond) {}
