package dev.batchwright.samples.corpus.embed;

/**
 * A passage of a document.
 *
 * @param document the document's id
 * @param title the document's title
 * @param index the place among the document's chunks, from 0
 * @param text the passage
 */
public record Chunk(String document, String title, int index, String text) {}
