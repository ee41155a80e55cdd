package dev.batchwright.samples.everykind.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what steps are asked to do, and makes them fail where a test wants it. */
final class Probe {

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private volatile long failingId = Long.MIN_VALUE;

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

    void neverFail() {
        failingId = Long.MIN_VALUE;
    }

    void pass(long id) {
        if (id == failingId) {
            throw new IllegalArgumentException("id " + id + " is not welcome");
        }
    }
}
