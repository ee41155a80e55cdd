package dev.batchwright.samples.corpus.dedup;

/**
 * A document to drop.
 *
 * @param document its id
 * @param original the id of the document that stays in its place
 */
public record Duplicate(String document, String original) {}
