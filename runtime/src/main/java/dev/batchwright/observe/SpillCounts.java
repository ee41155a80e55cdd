package dev.batchwright.observe;

import dev.batchwright.SpillReport;
import java.util.Map;
import java.util.TreeMap;

/** The files to which a step has moved rows. Safe for use by several threads. */
final class SpillCounts {

    private final Map<String, Long> filesByCompression = new TreeMap<>();
    private long bytes;
    private int passes;
    private String why = "";

    synchronized void add(long more, int pass, String compression, String reason) {
        bytes += more;
        passes = Math.max(passes, pass);
        filesByCompression.merge(compression, 1L, Long::sum);
        why = reason;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized SpillReport report() {
        return new SpillReport(passes, filesByCompression, why);
    }
}
