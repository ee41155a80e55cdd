package dev.batchwright.samples.corpus.dedup;

/**
 * Two documents that say nearly the same.
 *
 * @param left the id of one
 * @param right the id of the other
 * @param similarity the estimated overlap of their shingles, from 0 to 1
 */
public record DuplicatePair(String left, String right, double similarity) {}
