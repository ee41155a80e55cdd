package dev.batchwright.generated;

/**
 * How many rows of a step may be put aside before the run ends.
 *
 * @param rows the largest number
 * @param ratio the largest share of the rows that the step has been given, from 0 to 1
 */
public record BadRowLimits(long rows, double ratio) {}
