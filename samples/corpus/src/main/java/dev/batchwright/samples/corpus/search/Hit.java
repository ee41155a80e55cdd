package dev.batchwright.samples.corpus.search;

import dev.batchwright.samples.corpus.embed.EmbeddedChunk;

/**
 * A passage that answers a question.
 *
 * @param chunk the passage
 * @param score how near it is to the question, at most 1
 */
public record Hit(EmbeddedChunk chunk, float score) {}
