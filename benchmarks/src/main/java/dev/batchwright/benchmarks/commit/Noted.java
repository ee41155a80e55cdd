package dev.batchwright.benchmarks.commit;

/**
 * A row of a part of its own.
 *
 * @param id its number
 * @param text some text
 */
public record Noted(long id, String text) {}
