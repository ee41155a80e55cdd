package dev.batchwright.samples.everykind.durability;

import dev.batchwright.engine.RunClock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Writes down every call of a step, lets the clock go on by a second for each, and has the run die at one of them. */
final class Journal {

    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final AtomicLong all = new AtomicLong();
    private final long deadlyCall;
    private volatile String mood = "";
    private volatile long callMicros;
    private final Runnable death;

    private Journal(long deadlyCall, Runnable death) {
        this.deadlyCall = deadlyCall;
        this.death = death;
    }

    static Journal peaceful() {
        return new Journal(Long.MAX_VALUE, () -> {});
    }

    /** Ends the run by an error, without any warning to the steps. */
    static Journal failingAt(long call) {
        return new Journal(call, () -> {
            throw new Death();
        });
    }

    /** Does anything at a call, in the thread that makes it. */
    static Journal doingAt(long call, Runnable deed) {
        return new Journal(call, deed);
    }

    static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death() {
            super("the run dies here", null, false, false);
        }
    }

    void call(String step) {
        long call = all.incrementAndGet();
        if (callMicros > 0) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(callMicros));
        }
        if (call == deadlyCall) {
            death.run();
        }
        calls.computeIfAbsent(step, key -> new AtomicLong()).incrementAndGet();
    }

    /** Has every call take some time. */
    Journal slow(long microseconds) {
        callMicros = microseconds;
        return this;
    }

    /** Has a step make other rows of the same input than before, as a model does. */
    Journal inMood(String other) {
        mood = other;
        return this;
    }

    String mood() {
        return mood;
    }

    /** The steps that were called. */
    Set<String> steps() {
        return new TreeSet<>(calls.keySet());
    }

    /** How many calls came to their end. */
    long calls() {
        return calls.values().stream().mapToLong(AtomicLong::get).sum();
    }

    long callsOf(String step) {
        AtomicLong count = calls.get(step);
        return count == null ? 0 : count.get();
    }

    /** A second has gone by for each call. */
    RunClock clock() {
        return new RunClock() {

            @Override
            public long getAsLong() {
                return TimeUnit.SECONDS.toNanos(all.get());
            }

            @Override
            public void close() {}
        };
    }
}
