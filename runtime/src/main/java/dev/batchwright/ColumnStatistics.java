package dev.batchwright;

/**
 * How often reading a column needed no file. A read is that of one column in some hundred consecutive rows, by one pass over them.
 *
 * @param hits the column reads that were served from memory
 * @param misses the column reads that a file was read for
 * @param bytes what the decoded columns that are kept take on the heap
 */
public record ColumnStatistics(long hits, long misses, long bytes) {}
