package dev.batchwright.benchmarks.isolated;

/**
 * A small row.
 *
 * @param value its only column
 */
record Count(long value) {}
