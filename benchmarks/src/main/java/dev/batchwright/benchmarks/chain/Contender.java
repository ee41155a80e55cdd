package dev.batchwright.benchmarks.chain;

/** Who does the work. */
enum Contender {
    /** What nobody can leave out, and nothing else. */
    LEAST("what nobody can leave out"),
    /** A loop written by hand, over the same readers and writers as the pipeline. */
    LOOP("loop"),
    /** A loop written by hand with Jackson and parquet-avro. */
    JACKSON_AVRO("loop, Jackson + parquet-avro"),
    /** The pipeline, with one thread. */
    ONE_THREAD("engine, 1 thread"),
    /** The same without counting what is held in memory. */
    UNCOUNTED("engine, 1 thread, memory uncounted"),
    /** The pipeline, with two. */
    TWO_THREADS("engine, 2 threads");

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    int threads() {
        return this == TWO_THREADS ? 2 : 1;
    }

    @Override
    public String toString() {
        return label;
    }
}
