package dev.batchwright.samples.everykind.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what steps are asked to do, and makes them fail where a test wants it. */
final class Probe {

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private volatile long failingId = Long.MIN_VALUE;
    private volatile long fatalId = Long.MIN_VALUE;

    void count(String what) {
        counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
    }

    long countOf(String what) {
        AtomicLong count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    void failAt(long id) {
        failingId = id;
    }

    /** Ends the whole process at once, as {@code kill -9} does, without any clean-up. */
    void haltAt(long id) {
        fatalId = id;
    }

    void neverFail() {
        failingId = Long.MIN_VALUE;
    }

    void pass(long id) {
        if (id == fatalId) {
            Runtime.getRuntime().halt(137);
        }
        if (id == failingId) {
            throw new IllegalArgumentException("id " + id + " is not welcome");
        }
    }
}
