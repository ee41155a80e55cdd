package dev.batchwright.samples.corpus.dedup;

import dev.batchwright.FlatMapStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.corpus.text.Document;

/**
 * Signs every document by MinHash and gives out the signature in bands. With b bands of r hashes, two documents whose sets of
 * shingles overlap by s share a band with probability 1 - (1 - s^r)^b.
 *
 * @param shingleWords the words of a shingle
 * @param bands the number of bands
 * @param bandHashes the number of hashes in a band
 */
@Step
public record SignDocuments(int shingleWords, int bands, int bandHashes) implements FlatMapStep<Document, SignedBand> {

    /** Runs of five words; 16 bands of 8 hashes, which miss 5 pairs of 100 that overlap by 0.8, and 1 of 8,000 by 0.9. */
    public static SignDocuments withUsualBands() {
        return new SignDocuments(5, 16, 8);
    }

    @Override
    public void flatMap(Document document, Output<SignedBand> out) {
        MinHash minHash = new MinHash(bands * bandHashes);
        long[] signature = minHash.signature(Shingles.of(document.text(), shingleWords));
        byte[] sketch = Sketch.of(signature);
        for (int band = 0; band < bands; band++) {
            out.add(new SignedBand(new Band(band, hash(signature, band)), document.id(), sketch));
        }
    }

    private long hash(long[] signature, int band) {
        long hash = 0;
        for (int i = band * bandHashes; i < (band + 1) * bandHashes; i++) {
            hash = MinHash.mix(hash ^ signature[i]);
        }
        return hash;
    }
}
