package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import dev.batchwright.generated.KeyOrder;
import dev.batchwright.memory.Grouping.Feed;
import dev.batchwright.memory.Grouping.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeapGroupingTest {

    private static final int PARTITIONS = 5;

    private final MemoryBudget budget = new MemoryBudget(1 << 20);
    private final HeapGrouping<String, String> grouping =
            new HeapGrouping<>("count", KeyOrder.ofString(), row -> 10, PARTITIONS, budget);

    @Test
    void givesEachKeyOnceWithItsRowsInTheOrderOfTheFeeds() {
        long seed = 7;
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rows.add("k" + random.nextInt(40) + ":" + i);
        }
        fill(1, rows.subList(500, 1000)); // fed in the wrong order on purpose
        fill(0, rows.subList(0, 500));

        Set<String> seen = new HashSet<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            List<String> keys = new ArrayList<>();
            try (Groups<String, String> groups = grouping.open(partition)) {
                while (groups.next()) {
                    String key = groups.key();
                    keys.add(key);
                    assertThat(seen.add(key)).as("seed %d, key %s", seed, key).isTrue();
                    assertThat(groups.rows())
                            .containsExactlyElementsOf(rows.stream()
                                    .filter(row -> row.startsWith(key + ":"))
                                    .toList());
                }
            }
            assertThat(keys).isSortedAccordingTo(Comparator.naturalOrder());
        }
        assertThat(seen).hasSize(40);
    }

    @Test
    void givesBackWhatItTook() {
        fill(0, List.of("a:1", "b:2", "c:3"));
        assertThat(budget.held()).isPositive();

        for (int partition = 0; partition < PARTITIONS; partition++) {
            grouping.open(partition).close();
        }
        assertThat(budget.held()).isZero();

        fill(0, List.of("a:1"));
        grouping.close();
        assertThat(budget.held()).isZero();
    }

    @Test
    void neverTakesMoreThanTheBudget() {
        MemoryBudget small = new MemoryBudget(250);
        HeapGrouping<String, String> poor =
                new HeapGrouping<>("count", KeyOrder.ofString(), row -> 28, PARTITIONS, small);
        try (Feed<String, String> feed = poor.feed(0)) {
            feed.add("a", "1");
            feed.add("b", "2");
            assertThatThrownBy(() -> feed.add("c", "3"))
                    .isInstanceOf(BatchwrightException.class)
                    .hasMessageContaining("Step count groups more rows than memory allows")
                    .hasMessageContaining("250 B");
            assertThat(small.held()).isEqualTo(200);
        }
    }

    private void fill(int position, List<String> rows) {
        try (Feed<String, String> feed = grouping.feed(position)) {
            rows.forEach(row -> feed.add(row.substring(0, row.indexOf(':')), row));
        }
    }
}
