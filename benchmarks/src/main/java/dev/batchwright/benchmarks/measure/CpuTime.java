package dev.batchwright.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** User and system time in seconds, as proc(5) has it. */
final class CpuTime {

    private static final double TICKS_PER_SECOND = 100; // on every Linux

    private CpuTime() {}

    /** Of all processes that this one has started and that have ended, and of theirs. */
    static double ofChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fieldsFromThird = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fieldsFromThird[13]) + Long.parseLong(fieldsFromThird[14])) / TICKS_PER_SECOND;
    }

    /** Of all processes since the machine started. */
    static double ofMachine() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/stat")).split("\\s+", 5);
        return (Long.parseLong(fields[1]) + Long.parseLong(fields[2]) + Long.parseLong(fields[3])) / TICKS_PER_SECOND;
    }
}
