package dev.batchwright.samples.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ShinglesTest {

    @Test
    void areAllRunsOfThatManyWords() {
        assertThat(Shingles.of("a b c d", 3)).hasSize(2).containsAll(Shingles.of("B, c: D!", 3));
    }

    @Test
    void ofAShortTextAreTheText() {
        assertThat(Shingles.of("a b", 5)).hasSize(1).isEqualTo(Shingles.of("A B", 5));
        assertThat(Shingles.of("", 5)).hasSize(1);
    }

    @Test
    void overlapByWhatTheyShareOfAll() {
        assertThat(Shingles.jaccard(Set.of(1L, 2L, 3L), Set.of(2L, 3L, 4L))).isEqualTo(0.5);
    }
}
