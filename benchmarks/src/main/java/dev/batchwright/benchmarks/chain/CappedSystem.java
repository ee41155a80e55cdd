package dev.batchwright.benchmarks.chain;

import dev.batchwright.benchmarks.measure.SparkJvm;
import org.jspecify.annotations.Nullable;

/** Who does the text chain in a small heap. */
enum CappedSystem {
    /** The loop written by hand. */
    LOOP(Contender.LOOP, "loop, 256 MB heap"),
    /** The pipeline, with one thread. */
    ONE_THREAD(Contender.ONE_THREAD, "engine, 1 thread, 256 MB heap"),
    /** The pipeline, with two. */
    TWO_THREADS(Contender.TWO_THREADS, "engine, 2 threads, 256 MB heap"),
    /** Spark, on all processors, in the heap that it asks for at least. */
    SPARK(null, SparkJvm.LABEL);

    private final @Nullable Contender contender;
    private final String label;

    CappedSystem(@Nullable Contender contender, String label) {
        this.contender = contender;
        this.label = label;
    }

    /** Who does it in a JVM of this project's; null for Spark. */
    @Nullable
    Contender contender() {
        return contender;
    }

    /** Whether bars are about it. */
    boolean isEngine() {
        return this == ONE_THREAD || this == TWO_THREADS;
    }

    @Override
    public String toString() {
        return label;
    }
}
