package dev.batchwright.engine;

import dev.batchwright.observe.AllocationMeter;

/**
 * Measures the time within a step's own code, and what it allocates there. The first calls are all measured, later ones now and then, and the rest is
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
    private long beganAllocated;
    private long firstAllocated;
    private long sampledAllocated;
    private long largestAllocated;

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
        beganAllocated = AllocationMeter.bytes();
        return System.nanoTime();
    }

    void end(long began) {
        if (began == 0) {
            return;
        }
        long nanos = System.nanoTime() - began - out.stopTiming();
        long allocated = Math.max(0, AllocationMeter.bytes() - beganAllocated - out.allocatedDownstream());
        largestAllocated = Math.max(largestAllocated, allocated);
        if (calls <= MEASURED_AT_FIRST) {
            firstNanos += nanos;
            firstAllocated += allocated;
        } else {
            sampledCalls++;
            sampledNanos += nanos;
            sampledAllocated += allocated;
        }
    }

    long calls() {
        return calls;
    }

    /** Adds a call that was measured elsewhere. */
    void add(long nanos, long allocated) {
        calls++;
        firstNanos += nanos;
        firstAllocated += allocated;
        largestAllocated = Math.max(largestAllocated, allocated);
    }

    long nanos() {
        return firstNanos + extrapolated(sampledNanos);
    }

    private long extrapolated(long sampled) {
        long unmeasured = Math.max(0, calls - MEASURED_AT_FIRST);
        return sampledCalls == 0 ? 0 : (long) ((double) sampled / sampledCalls * unmeasured);
    }

    /** What calls have allocated, all together. */
    long allocated() {
        return firstAllocated + extrapolated(sampledAllocated);
    }

    /** The most that one call has allocated, of those that were measured. */
    long largestAllocated() {
        return largestAllocated;
    }
}
