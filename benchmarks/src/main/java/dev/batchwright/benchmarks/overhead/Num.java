package dev.batchwright.benchmarks.overhead;

/**
 * A small row.
 *
 * @param value its only column
 */
public record Num(long value) {}
