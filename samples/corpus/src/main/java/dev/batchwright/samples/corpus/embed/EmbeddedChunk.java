package dev.batchwright.samples.corpus.embed;

/**
 * A passage of a document with what it means.
 *
 * @param document the document's id
 * @param title the document's title
 * @param index the place among the document's chunks, from 0
 * @param text the passage
 * @param vector its embedding, of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // Vectors are multiplied, never compared.
public record EmbeddedChunk(String document, String title, int index, String text, float[] vector) {}
