package dev.batchwright.engine;

/**
 * Measures the time within a step's own code. The first calls are all measured, later ones now and then, and the rest is
 * extrapolated from those. Used by one thread.
 */
final class CallTimer {

    private static final int MEASURED_AT_FIRST = 16;
    private static final int MEASURED_EVERY = 64; // a power of two

    private final Emitter<?> out;
    private long calls;
    private long firstNanos;
    private long sampledCalls;
    private long sampledNanos;

    CallTimer(Emitter<?> out) {
        this.out = out;
    }

    /** Begins a call; the answer is handed to {@link #end}. */
    long begin() {
        calls++;
        if (calls > MEASURED_AT_FIRST && (calls & (MEASURED_EVERY - 1)) != 0) {
            return 0;
        }
        out.startTiming();
        return System.nanoTime();
    }

    void end(long began) {
        if (began == 0) {
            return;
        }
        long nanos = System.nanoTime() - began - out.stopTiming();
        if (calls <= MEASURED_AT_FIRST) {
            firstNanos += nanos;
        } else {
            sampledCalls++;
            sampledNanos += nanos;
        }
    }

    long calls() {
        return calls;
    }

    /** Adds a call that was measured elsewhere. */
    void add(long nanos) {
        calls++;
        firstNanos += nanos;
    }

    long nanos() {
        long unmeasured = Math.max(0, calls - MEASURED_AT_FIRST);
        return firstNanos + (sampledCalls == 0 ? 0 : (long) ((double) sampledNanos / sampledCalls * unmeasured));
    }
}
