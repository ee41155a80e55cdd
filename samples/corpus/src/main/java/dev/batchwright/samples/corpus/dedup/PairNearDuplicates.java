package dev.batchwright.samples.corpus.dedup;

import dev.batchwright.Dataset;
import dev.batchwright.KeyedStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the documents that share a band. Each is compared with those before it that resembled none, so a band that very many
 * near duplicates share costs one comparison each, not one for every two.
 *
 * @param leastSimilarity how much the shingles of two documents must overlap, from 0 to 1
 */
@Step
public record PairNearDuplicates(double leastSimilarity) implements KeyedStep<Band, SignedBand, DuplicatePair> {

    @Override
    public Band key(SignedBand signed) {
        return signed.band();
    }

    @Override
    public void process(Band band, Dataset<SignedBand> sharing, Output<DuplicatePair> out) {
        List<SignedBand> distinct = new ArrayList<>();
        for (SignedBand candidate : sharing) {
            if (!pairWithOneOf(distinct, candidate, out)) {
                distinct.add(candidate);
            }
        }
    }

    private boolean pairWithOneOf(List<SignedBand> distinct, SignedBand candidate, Output<DuplicatePair> out) {
        for (SignedBand other : distinct) {
            double similarity = Sketch.jaccard(other.sketch(), candidate.sketch());
            if (similarity >= leastSimilarity) {
                out.add(new DuplicatePair(other.document(), candidate.document(), similarity));
                return true;
            }
        }
        return false;
    }
}
