package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Dataset;
import dev.batchwright.generated.KeyOrder;
import dev.batchwright.memory.Grouping.Feed;
import dev.batchwright.memory.Grouping.Groups;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.object.ObjectFormat;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedGroupingTest {

    private static final int PARTITIONS = 3;

    private final Files files = new Files();
    private final AtomicInteger waits = new AtomicInteger();

    /** Files in memory. */
    private static final class Files implements SpillFiles {

        private final Map<String, byte[]> there = new ConcurrentHashMap<>();
        private final AtomicInteger created = new AtomicInteger();

        @Override
        public String newName(String step) {
            return step + "-" + created.incrementAndGet();
        }

        @Override
        public OutputStream create(String name) {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    there.put(name, toByteArray());
                }
            };
        }

        @Override
        public PartInput open(String name) throws IOException {
            byte[] bytes = there.get(name);
            if (bytes == null) {
                throw new FileNotFoundException(name);
            }
            return new BytesPartInput(name, bytes);
        }

        @Override
        public void delete(String name) {
            there.remove(name);
        }

        @Override
        public void spilled(Spilled file) {
            assertThat(file.bytes()).isPositive();
            assertThat(file.pass()).isPositive();
        }
    }

    private SortedGrouping<String, Passage> grouping(MemoryBudget budget) {
        return new SortedGrouping<>(
                "dedup",
                KeyOrder.ofString(),
                Passage::title,
                new SpilledForm<>(PassageSerializer.INSTANCE, new ObjectFormat(), SpillCompression.of("auto"), files),
                PARTITIONS,
                budget,
                () -> {
                    if (waits.incrementAndGet() > 100_000) {
                        throw new IllegalStateException("waits for ever");
                    }
                });
    }

    private static Passage row(long id, String key, int length) {
        return new Passage(id, key, "x".repeat(length), new float[] {id});
    }

    /** Rows of several feeds, in the order of the feeds. */
    private static List<List<Passage>> rows(Random random, int feeds, int each, int keys, int longest) {
        List<List<Passage>> all = new ArrayList<>();
        long id = 0;
        for (int feed = 0; feed < feeds; feed++) {
            List<Passage> rows = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                rows.add(row(id++, "k" + random.nextInt(keys), random.nextInt(longest)));
            }
            all.add(rows);
        }
        return all;
    }

    private static Map<String, List<Long>> expected(List<List<Passage>> feeds) {
        Map<String, List<Long>> expected = new TreeMap<>();
        feeds.forEach(rows -> rows.forEach(row ->
                expected.computeIfAbsent(row.title(), key -> new ArrayList<>()).add(row.id())));
        return expected;
    }

    private static void fill(Grouping<String, Passage> grouping, int position, List<Passage> rows) {
        try (Feed<String, Passage> feed = grouping.feed(position)) {
            rows.forEach(row -> feed.add(row.title(), row));
        }
    }

    private static List<Long> ids(Dataset<Passage> rows) {
        return rows.stream().map(Passage::id).toList();
    }

    private static Map<String, List<Long>> groups(Grouping<String, Passage> grouping) {
        Map<String, List<Long>> found = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            try (Groups<String, Passage> groups = grouping.open(partition)) {
                String before = "";
                while (groups.next()) {
                    assertThat(groups.key()).isGreaterThan(before);
                    before = groups.key();
                    assertThat(found.put(groups.key(), ids(groups.rows()))).isNull();
                    assertThat(ids(groups.rows())).as("again").isEqualTo(found.get(groups.key()));
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "100000000, 500, 40",
        "100000, 500, 40",
        "20000, 500, 40",
        "20000, 2000, 1500",
        "20000, 800, 2",
        "6000, 600, 30"
    })
    void givesEachKeyOnceWithItsRowsInTheOrderOfTheFeeds(long memory, int each, int keys) {
        long seed = new Random().nextLong();
        List<List<Passage>> feeds = rows(new Random(seed), 4, each, keys, 60);
        MemoryBudget budget = new MemoryBudget(memory);
        try (SortedGrouping<String, Passage> grouping = grouping(budget)) {
            for (int feed : List.of(2, 0, 3, 1)) {
                fill(grouping, feed, feeds.get(feed));
            }

            assertThat(groups(grouping)).as("seed " + seed).isEqualTo(expected(feeds));
        }
        assertThat(files.created.get() > 0).isEqualTo(memory < 1_000_000);
        assertThat(files.there).isEmpty();
        assertThat(budget.held()).isZero();
        assertThat(budget.peak()).isLessThanOrEqualTo(memory);
    }

    @Test
    void severalThreadsShareTheBudget() throws InterruptedException {
        long seed = new Random().nextLong();
        List<List<Passage>> feeds = rows(new Random(seed), 6, 1500, 70, 90);
        MemoryBudget budget = new MemoryBudget(60_000);
        List<Throwable> failures = new ArrayList<>();
        Map<String, List<Long>> found = new ConcurrentHashMap<>();
        try (SortedGrouping<String, Passage> grouping = grouping(budget)) {
            inThreads(6, feed -> fill(grouping, feed, feeds.get(feed)), failures);
            inThreads(
                    PARTITIONS,
                    partition -> {
                        try (Groups<String, Passage> groups = grouping.open(partition)) {
                            while (groups.next()) {
                                found.put(groups.key(), ids(groups.rows()));
                            }
                        }
                    },
                    failures);
        }
        assertThat(failures).as("seed " + seed).isEmpty();
        assertThat(found).as("seed " + seed).isEqualTo(expected(feeds));
        assertThat(budget.held()).isZero();
        assertThat(budget.peak()).isLessThanOrEqualTo(60_000);
        assertThat(files.there).isEmpty();
    }

    /** One side takes all of the memory, and each thread holds a part of it when it asks for the other side. */
    @Test
    void severalThreadsThatOpenTwoGroupingsDoNotWaitForEachOther() throws InterruptedException {
        long seed = new Random().nextLong();
        List<List<Passage>> feeds = rows(new Random(seed), 1, 900, 60, 10);
        MemoryBudget budget = new MemoryBudget(150_000);
        List<Throwable> failures = new ArrayList<>();
        Map<String, List<Long>> found = new ConcurrentHashMap<>();
        try (SortedGrouping<String, Passage> left = grouping(budget);
                SortedGrouping<String, Passage> right = grouping(budget)) {
            fill(left, 0, feeds.get(0));
            fill(right, 0, List.of());
            inThreads(
                    PARTITIONS,
                    partition -> {
                        List<Groups<String, Passage>> both =
                                SortedGrouping.openAll(List.of(left, right), partition, bytes -> {});
                        try (Groups<String, Passage> groups = both.get(0);
                                Groups<String, Passage> none = both.get(1)) {
                            assertThat(none.next()).isFalse();
                            while (groups.next()) {
                                found.put(groups.key(), ids(groups.rows()));
                            }
                        }
                    },
                    failures);
        }
        assertThat(failures).as("seed " + seed).isEmpty();
        assertThat(found).as("seed " + seed).isEqualTo(expected(feeds));
        assertThat(budget.held()).isZero();
        assertThat(budget.peak()).isLessThanOrEqualTo(150_000);
    }

    private interface Work {
        void run(int number);
    }

    private static void inThreads(int count, Work work, List<Throwable> failures) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    work.run(number);
                } catch (Throwable e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void oneGiantGroupGoesThroughAFile() {
        MemoryBudget budget = new MemoryBudget(30_000);
        try (SortedGrouping<String, Passage> grouping = grouping(budget)) {
            try (Feed<String, Passage> feed = grouping.feed(0)) {
                for (long id = 0; id < 5000; id++) {
                    feed.add("giant", row(id, "giant", 50));
                }
                feed.add("little", row(5000, "little", 5));
            }
            Map<String, Integer> seen = new HashMap<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                try (Groups<String, Passage> groups = grouping.open(partition)) {
                    while (groups.next()) {
                        Dataset<Passage> rows = groups.rows();
                        assertThat(rows.size().orElseThrow())
                                .isEqualTo(groups.key().equals("giant") ? 5000 : 1);
                        int count = 0;
                        for (var batch : rows.batches(64)) {
                            count += batch.size();
                        }
                        seen.put(groups.key(), count);
                    }
                }
            }
            assertThat(seen).isEqualTo(Map.of("giant", 5000, "little", 1));
        }
        assertThat(files.there).isEmpty();
        assertThat(budget.held()).isZero();
    }

    @Test
    void rowsOfAGroupThatNobodyReadsArePassedOver() {
        MemoryBudget budget = new MemoryBudget(20_000);
        List<List<Passage>> feeds = rows(new Random(5), 2, 400, 9, 40);
        int groupsSeen = 0;
        try (SortedGrouping<String, Passage> grouping = grouping(budget)) {
            fill(grouping, 0, feeds.get(0));
            fill(grouping, 1, feeds.get(1));
            for (int partition = 0; partition < PARTITIONS; partition++) {
                try (Groups<String, Passage> groups = grouping.open(partition)) {
                    while (groups.next()) {
                        groupsSeen++;
                    }
                }
            }
        }
        assertThat(groupsSeen).isEqualTo(9);
        assertThat(files.there).isEmpty();
        assertThat(budget.held()).isZero();
    }

    @Test
    void aRowThatDoesNotFitIsNamedWithItsSize() {
        MemoryBudget budget = new MemoryBudget(10_000);
        try (SortedGrouping<String, Passage> grouping = grouping(budget);
                Feed<String, Passage> feed = grouping.feed(0)) {
            assertThatThrownBy(() -> feed.add("huge", row(0, "huge", 20_000)))
                    .hasMessageContaining("Step dedup needs")
                    .hasMessageContaining("at once");
        }
        assertThat(budget.held()).isZero();
    }
}
