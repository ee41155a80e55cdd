package dev.batchwright.benchmarks.chain;

/** What is kept on disk. */
enum Workload {
    /** The rows after the last step. */
    W1,
    /** The rows after each step. */
    W1c
}
