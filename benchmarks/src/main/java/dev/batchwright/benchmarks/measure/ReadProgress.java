package dev.batchwright.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

/** How far a process had read at some moments, to tell how fast it was when it had been running for a while. Used by one thread. */
final class ReadProgress {

    /** So much is read while a JVM still interprets and compiles. */
    static final long COLD_BYTES = 256_000_000;

    private static final double MEGA = 1e6;

    private final List<Moment> moments = new ArrayList<>();

    private record Moment(long nanos, long bytes) {}

    /** Takes what a process has read since it began; a moment without news is passed over. */
    void see(long nanos, long bytes) {
        if (moments.isEmpty() || bytes > moments.get(moments.size() - 1).bytes()) {
            moments.add(new Moment(nanos, bytes));
        }
    }

    /** Megabytes a second from the first moment at which {@link #COLD_BYTES} had been read to the last; 0 where there are no two such. */
    double warmMegabytesPerSecond() {
        List<Moment> warm =
                moments.stream().filter(moment -> moment.bytes() >= COLD_BYTES).toList();
        if (warm.size() < 2) {
            return 0;
        }
        Moment first = warm.get(0);
        Moment last = warm.get(warm.size() - 1);
        return (last.bytes() - first.bytes()) / MEGA / ((last.nanos() - first.nanos()) / 1e9);
    }
}
