package dev.batchwright;

/**
 * What became of memory in one step.
 *
 * @param peakBytes the most bytes of the budget that it held at once, in all tasks together: batches, rows that wait to be encoded, parts
 *     that are being written, files that are being read
 * @param allocatedBytes what its own code has allocated, most of it for a short time; extrapolated from a sample of its calls
 * @param largestCallBytes the most that a single call of it has allocated, of those in the sample
 */
public record StepMemoryReport(long peakBytes, long allocatedBytes, long largestCallBytes) {}
