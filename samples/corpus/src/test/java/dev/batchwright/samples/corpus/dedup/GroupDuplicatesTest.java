package dev.batchwright.samples.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Dataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupDuplicatesTest {

    @Test
    void keepsTheSmallestOfDocumentsThatHangTogether() {
        assertThat(grouped(List.of(pair("d", "c"), pair("x", "y"), pair("b", "c"))))
                .containsExactly(new Duplicate("c", "b"), new Duplicate("d", "b"), new Duplicate("y", "x"));
    }

    @Test
    void hasNothingToDropWithoutPairs() {
        assertThat(grouped(List.of())).isEmpty();
    }

    @Test
    void findsTheSameGroupsInAnyOrderOfPairs() {
        List<DuplicatePair> chain = new ArrayList<>(
                IntStream.range(0, 2000).mapToObj(i -> pair(id(i), id(i + 2))).toList());
        long seed = 20260101;
        Collections.shuffle(chain, new Random(seed));

        List<Duplicate> duplicates = grouped(chain);

        assertThat(duplicates).as("seed %d", seed).hasSize(2000);
        assertThat(duplicates).allSatisfy(duplicate -> {
            int number = Integer.parseInt(duplicate.document());
            assertThat(duplicate.original()).isEqualTo(id(number % 2));
        });
    }

    private static List<Duplicate> grouped(List<DuplicatePair> pairs) {
        List<Duplicate> duplicates = new ArrayList<>();
        new GroupDuplicates().process(Dataset.of(pairs), duplicates::add);
        return duplicates;
    }

    private static DuplicatePair pair(String left, String right) {
        return new DuplicatePair(left, right, 1);
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%05d", number);
    }
}
