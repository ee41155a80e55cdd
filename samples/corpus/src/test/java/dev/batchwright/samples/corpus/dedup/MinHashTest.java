package dev.batchwright.samples.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.batchwright.samples.corpus.Texts;
import dev.batchwright.samples.corpus.text.Document;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MinHashTest {

    private static final int HASHES = 128;

    private final MinHash minHash = new MinHash(HASHES);

    @Test
    void estimatesTheOverlapOfRealTextsWithoutBias() throws Exception {
        List<Document> files = Texts.prepared(Texts.sourceFiles(400));
        double sumOfErrors = 0;
        double sumOfSquares = 0;
        int pairs = files.size() - 1;
        for (int i = 0; i < pairs; i++) {
            Set<Long> left = Shingles.of(files.get(i).text(), 3);
            Set<Long> right = Shingles.of(files.get(i + 1).text(), 3);
            double error = Sketch.jaccard(sketch(left), sketch(right)) - Shingles.jaccard(left, right);
            sumOfErrors += error;
            sumOfSquares += error * error;
        }

        // The standard error of one estimate is at most sqrt(0.25 / 128) = 0.044.
        assertThat(sumOfErrors / pairs).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(sumOfSquares / pairs)).isLessThan(0.044);
    }

    @Test
    void seesThatEqualSetsAreEqualAndDisjointOnesAreNot() {
        byte[] one = sketch(Set.of(1L, 2L, 3L));
        byte[] other = sketch(Set.of(4L, 5L, 6L));

        assertThat(Sketch.jaccard(one, sketch(Set.of(3L, 2L, 1L)))).isEqualTo(1.0);
        assertThat(Sketch.jaccard(one, other)).isCloseTo(0, within(0.05));
    }

    @Test
    void makesTheSameSignatureAgain() {
        assertThat(new MinHash(HASHES).signature(Set.of(7L, 8L))).isEqualTo(minHash.signature(Set.of(7L, 8L)));
    }

    private byte[] sketch(Set<Long> shingles) {
        return Sketch.of(minHash.signature(shingles));
    }
}
