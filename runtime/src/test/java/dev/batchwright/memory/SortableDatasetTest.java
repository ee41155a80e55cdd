package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Batch;
import dev.batchwright.BatchwrightException;
import dev.batchwright.Dataset;
import dev.batchwright.InvalidRowException;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.object.ObjectFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SortableDatasetTest {

    private final SpillFilesInMemory files = new SpillFilesInMemory();

    private Dataset<Passage> dataset(List<Passage> rows, MemoryBudget budget) {
        SpilledForm<Passage> form =
                new SpilledForm<>(PassageSerializer.INSTANCE, new ObjectFormat(), SpillCompression.of("auto"), files);
        return new SortableDataset<>(Dataset.of(rows), new SortSpace<>("rank", form, budget, () -> {}));
    }

    private static List<Passage> rows(Random random, int count, int keys, int longest) {
        List<Passage> rows = new ArrayList<>();
        for (long id = 0; id < count; id++) {
            rows.add(
                    new Passage(id, "k" + random.nextInt(keys), "x".repeat(random.nextInt(longest)), new float[] {id}));
        }
        return rows;
    }

    private static List<Long> ids(Iterable<Passage> rows) {
        List<Long> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.id()));
        return ids;
    }

    private static List<Long> sortedIds(List<Passage> rows, Comparator<String> order) {
        List<Passage> sorted = new ArrayList<>(rows);
        Collections.sort(sorted, Comparator.comparing(Passage::title, order));
        return ids(sorted);
    }

    private static List<Long> firstIds(List<Passage> rows) {
        Set<String> seen = new HashSet<>();
        return ids(rows.stream().filter(row -> seen.add(row.title())).toList());
    }

    private void assertNothingIsLeft(MemoryBudget budget) {
        assertThat(budget.held()).as("held").isZero();
        assertThat(budget.peak()).isLessThanOrEqualTo(budget.limit());
        assertThat(files.open).as("open files").hasValue(0);
        assertThat(files.there).as("files").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100000000, 3000, 300",
        "200000, 3000, 300",
        "20000, 3000, 1",
        "20000, 3000, 3000",
        "6000, 1200, 5",
        "20000, 0, 1"
    })
    void sortsLikeAListAndAsOftenAsItIsAsked(long memory, int count, int keys) {
        long seed = new Random().nextLong();
        List<Passage> rows = rows(new Random(seed), count, keys, 50);
        List<Long> expected = sortedIds(rows, Comparator.naturalOrder());
        MemoryBudget budget = new MemoryBudget(memory);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            Dataset<Passage> sorted = all.sortedBy(Passage::title);
            assertThat(sorted.size()).hasValue(count);
            assertThat(ids(sorted)).as("seed " + seed).isEqualTo(expected);
            assertThat(ids(sorted)).as("again, seed " + seed).isEqualTo(expected);
            List<Long> byBatch = new ArrayList<>();
            for (Batch<Passage> batch : sorted.batches(7)) {
                assertThat(batch).hasSizeLessThanOrEqualTo(7);
                assertThat(batch.bytes()).isPositive();
                byBatch.addAll(ids(batch));
            }
            assertThat(byBatch).as("by batch, seed " + seed).isEqualTo(expected);
        }
        int passes =
                files.written.stream().mapToInt(SpillFiles.Spilled::pass).max().orElse(0);
        assertThat(passes > 1).as("several passes").isEqualTo(count > 0 && memory <= 20_000);
        assertThat(passes > 0).as("files").isEqualTo(count > 0 && memory <= 200_000);
        assertNothingIsLeft(budget);
    }

    @Test
    void sortsByAnyComparator() {
        List<Passage> rows = rows(new Random(3), 500, 40, 30);
        MemoryBudget budget = new MemoryBudget(20_000);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            assertThat(ids(all.sortedBy(Passage::title, Comparator.reverseOrder())))
                    .isEqualTo(sortedIds(rows, Comparator.reverseOrder()));
        }
        assertNothingIsLeft(budget);
    }

    @ParameterizedTest
    @CsvSource({"100000000, 2000, 300", "20000, 2000, 1", "20000, 2000, 2000", "6000, 800, 30"})
    void keepsTheFirstOfEachKeyInTheOrderOfTheRows(long memory, int count, int keys) {
        long seed = new Random().nextLong();
        List<Passage> rows = rows(new Random(seed), count, keys, 50);
        MemoryBudget budget = new MemoryBudget(memory);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            Dataset<Passage> distinct = all.distinctBy(Passage::title);
            assertThat(distinct.size()).isEmpty();
            assertThat(ids(distinct)).as("seed " + seed).isEqualTo(firstIds(rows));
            assertThat(ids(distinct)).as("again, seed " + seed).isEqualTo(firstIds(rows));
            assertThat(distinct.size()).hasValue(firstIds(rows).size());
        }
        assertNothingIsLeft(budget);
    }

    @Test
    void repetitionsAreDroppedAsSoonAsTheyMeet() {
        List<Passage> rows = rows(new Random(4), 5000, 3, 10);
        MemoryBudget budget = new MemoryBudget(40_000);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            assertThat(ids(all.distinctBy(Passage::title))).isEqualTo(firstIds(rows));
        }
        assertThat(files.written).isNotEmpty();
        assertThat(files.written.stream().mapToLong(SpillFiles.Spilled::bytes).sum())
                .isLessThan(files.written.size() * 2000L);
        assertNothingIsLeft(budget);
    }

    @Test
    void whatWasSortedCanBeSortedAgain() {
        List<Passage> rows = rows(new Random(5), 900, 100, 30);
        MemoryBudget budget = new MemoryBudget(20_000);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            Dataset<Passage> again =
                    all.sortedBy(row -> -row.id()).distinctBy(Passage::title).sortedBy(Passage::title);
            List<Passage> reversed = new ArrayList<>(rows);
            Collections.reverse(reversed);
            List<Passage> last = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            reversed.stream().filter(row -> seen.add(row.title())).forEach(last::add);
            assertThat(ids(again)).isEqualTo(sortedIds(last, Comparator.naturalOrder()));
        }
        assertNothingIsLeft(budget);
    }

    @ParameterizedTest
    @ValueSource(longs = {6_000, 30_000, 100_000_000})
    void twoViewsAreReadSideBySideAndIteratorsMayBeLeftOpen(long memory) {
        List<Passage> rows = rows(new Random(6), 700, 50, 40);
        MemoryBudget budget = new MemoryBudget(memory);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            Dataset<Passage> up = all.sortedBy(Passage::title);
            Dataset<Passage> down = all.sortedBy(Passage::title, Comparator.reverseOrder());
            for (int i = 0; i < 40; i++) {
                up.iterator().next(); // and never again
            }
            List<Long> upIds = new ArrayList<>();
            List<Long> downIds = new ArrayList<>();
            Iterator<Passage> upwards = up.iterator();
            Iterator<Passage> downwards = down.iterator();
            while (upwards.hasNext()) {
                upIds.add(upwards.next().id());
                downIds.add(downwards.next().id());
            }
            assertThat(downwards.hasNext()).isFalse();
            assertThat(upIds).isEqualTo(sortedIds(rows, Comparator.naturalOrder()));
            assertThat(downIds).isEqualTo(sortedIds(rows, Comparator.reverseOrder()));
        }
        assertNothingIsLeft(budget);
    }

    /** Each time that another asks for everything, rows that are held go to a file, and iterators to sleep. */
    @Test
    void othersGetTheMemoryWheneverTheyNeedItAndNoRowIsLostOrComesTwice() {
        List<Passage> rows = rows(new Random(7), 400, 20, 40);
        MemoryBudget budget = new MemoryBudget(1_000_000);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            Dataset<Passage> sorted = all.sortedBy(Passage::title);
            List<Long> found = new ArrayList<>();
            Iterator<Passage> iterator = sorted.iterator();
            while (iterator.hasNext()) {
                found.add(iterator.next().id());
                if (found.size() % 37 == 0) {
                    budget.reserve("another", budget.limit(), () -> {});
                    budget.release(budget.limit());
                }
            }
            assertThat(found).isEqualTo(sortedIds(rows, Comparator.naturalOrder()));
            assertThat(files.written).hasSize(1);
        }
        assertNothingIsLeft(budget);
    }

    @Test
    void nothingIsSortedBeforeItIsAskedFor() {
        MemoryBudget budget = new MemoryBudget(20_000);
        AtomicInteger calls = new AtomicInteger();
        try (Dataset<Passage> all = dataset(rows(new Random(8), 10, 5, 5), budget)) {
            Dataset<Passage> sorted = all.sortedBy(row -> calls.incrementAndGet());
            assertThat(sorted.size()).hasValue(10);
            assertThat(calls).hasValue(0);
            assertThat(sorted.iterator().hasNext()).isTrue();
            assertThat(calls.get()).isPositive();
        }
        assertNothingIsLeft(budget);
    }

    @Test
    void iteratorsEndWithTheDatasetThatTheyAreMadeOf() {
        MemoryBudget budget = new MemoryBudget(20_000);
        Dataset<Passage> all = dataset(rows(new Random(9), 500, 5, 40), budget);
        Dataset<Passage> sorted = all.sortedBy(Passage::title);
        Iterator<Passage> iterator = sorted.iterator();
        iterator.next();
        all.close();
        assertNothingIsLeft(budget);
        assertThatIllegalStateException().isThrownBy(iterator::next).withMessageContaining("step rank are closed");
        assertThatIllegalStateException()
                .isThrownBy(sorted::iterator)
                .withMessageContaining("rank has sorted is closed");
    }

    /** Fails at each call that there is, until one pass needs fewer. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 300, 301, 302, 400, 500, 700, 900, 1200})
    void leavesNothingWhereTheKeyFails(int call) {
        MemoryBudget budget = new MemoryBudget(10_000);
        AtomicInteger calls = new AtomicInteger();
        Function<Passage, String> key = row -> {
            if (calls.incrementAndGet() == call) {
                throw new IllegalArgumentException("no key at call " + call);
            }
            return row.title();
        };
        List<Passage> rows = rows(new Random(10), 300, 20, 40);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            assertThatThrownBy(() -> {
                        Dataset<Passage> sorted = all.sortedBy(key);
                        for (int time = 0; time < 5; time++) {
                            ids(sorted);
                        }
                    })
                    .hasMessage("no key at call " + call);
            calls.set(call);
            assertThat(ids(all.sortedBy(key))).as("afterwards").hasSize(300);
        }
        assertNothingIsLeft(budget);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 500, 1500, 2500})
    void leavesNothingWhereTheComparatorFails(int call) {
        MemoryBudget budget = new MemoryBudget(10_000);
        AtomicInteger calls = new AtomicInteger();
        Comparator<String> order = (left, right) -> {
            if (calls.incrementAndGet() == call) {
                throw new IllegalArgumentException("no order at call " + call);
            }
            return left.compareTo(right);
        };
        try (Dataset<Passage> all = dataset(rows(new Random(11), 300, 20, 40), budget)) {
            assertThatThrownBy(() -> ids(all.sortedBy(Passage::title, order))).hasMessage("no order at call " + call);
        }
        assertNothingIsLeft(budget);
    }

    @Test
    @SuppressWarnings("NullAway") // that is what is tried
    void aKeyThatIsNullIsRefusedWithTheMethodAndTheStep() {
        MemoryBudget budget = new MemoryBudget(10_000);
        List<Passage> rows = rows(new Random(12), 10, 5, 5);
        Function<Passage, String> noKey = row -> row.id() == 7 ? null : row.title();
        try (Dataset<Passage> all = dataset(rows, budget)) {
            assertThatThrownBy(() -> ids(all.sortedBy(noKey)))
                    .isInstanceOf(InvalidRowException.class)
                    .hasMessageContaining("sortedBy in step rank takes no key that is null");
            assertThatThrownBy(() -> ids(all.distinctBy(noKey)))
                    .isInstanceOf(InvalidRowException.class)
                    .hasMessageContaining("distinctBy in step rank takes no key that is null");
        }
        assertThatThrownBy(() -> Dataset.of(rows).sortedBy(noKey))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("sortedBy takes no key that is null");
        assertThatThrownBy(() -> Dataset.of(rows).distinctBy(noKey))
                .hasMessageContaining("distinctBy takes no key that is null");
        assertNothingIsLeft(budget);
    }

    @Test
    void aRowThatDoesNotFitIsNamedWithItsSize() {
        MemoryBudget budget = new MemoryBudget(10_000);
        try (Dataset<Passage> all = dataset(rows(new Random(13), 50, 5, 20_000), budget)) {
            assertThatThrownBy(() -> ids(all.sortedBy(Passage::title)))
                    .isInstanceOf(BatchwrightException.class)
                    .hasMessageContaining("Step rank needs");
        }
        assertNothingIsLeft(budget);
    }

    @Test
    void rowsInMemoryAreSortedAndToldApartAlike() {
        List<Passage> rows = rows(new Random(14), 200, 20, 5);
        Dataset<Passage> all = Dataset.of(rows);
        assertThat(ids(all.sortedBy(Passage::title))).isEqualTo(sortedIds(rows, Comparator.naturalOrder()));
        assertThat(ids(all.sortedBy(Passage::title, Comparator.reverseOrder())))
                .isEqualTo(sortedIds(rows, Comparator.reverseOrder()));
        assertThat(ids(all.distinctBy(Passage::title))).isEqualTo(firstIds(rows));
        assertThat(ids(all)).isEqualTo(ids(rows));
    }

    @Test
    void severalThreadsReadOneView() throws InterruptedException {
        List<Passage> rows = rows(new Random(15), 600, 40, 40);
        List<Long> expected = sortedIds(rows, Comparator.naturalOrder());
        MemoryBudget budget = new MemoryBudget(20_000);
        List<List<Long>> found = Collections.synchronizedList(new ArrayList<>());
        try (Dataset<Passage> all = dataset(rows, budget)) {
            Dataset<Passage> sorted = all.sortedBy(Passage::title);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread thread = new Thread(() -> found.add(ids(sorted)));
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(found).hasSize(4).allMatch(expected::equals);
        assertNothingIsLeft(budget);
    }

    /** Each holds rows and has iterators open while it asks for more. */
    @ParameterizedTest
    @ValueSource(longs = {20_000, 60_000, 400_000})
    void severalThreadsThatSortShareTheBudgetAndDoNotWaitForEachOther(long memory) throws InterruptedException {
        MemoryBudget budget = new MemoryBudget(memory);
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    sortAndTellApart(number, budget);
                } catch (RuntimeException | AssertionError e) {
                    wrong.add(number + ": " + e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
        assertNothingIsLeft(budget);
    }

    private void sortAndTellApart(int number, MemoryBudget budget) {
        List<Passage> rows = rows(new Random(number), 500, 30, 60);
        try (Dataset<Passage> all = dataset(rows, budget)) {
            Dataset<Passage> sorted = all.sortedBy(Passage::title);
            Iterator<Passage> first = sorted.iterator();
            first.next();
            Dataset<Passage> distinct = sorted.distinctBy(Passage::title);
            Iterator<Passage> second = distinct.iterator();
            second.next();
            assertThat(ids(sorted)).isEqualTo(sortedIds(rows, Comparator.naturalOrder()));
            assertThat(ids(distinct.sortedBy(Passage::id)))
                    .hasSize((int) rows.stream().map(Passage::title).distinct().count());
            assertThat(first.next().title()).isNotEmpty();
        }
    }
}
