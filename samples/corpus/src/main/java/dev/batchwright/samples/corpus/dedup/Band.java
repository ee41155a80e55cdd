package dev.batchwright.samples.corpus.dedup;

/**
 * What a band of a document's signature looks like. Two documents that share a band are probably alike.
 *
 * @param number which band, from 0
 * @param hash the hash of the signature's values within the band
 */
public record Band(int number, long hash) {}
