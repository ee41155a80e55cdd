package dev.batchwright.samples.corpus.dedup;

/**
 * One band of one document. It carries the sketch of the whole signature, so that documents can be compared without their texts.
 *
 * @param band the band
 * @param document the document's id
 * @param sketch a byte for every hash of the signature
 */
@SuppressWarnings("ArrayRecordComponent") // Only their bytes are compared, one by one.
public record SignedBand(Band band, String document, byte[] sketch) {}
