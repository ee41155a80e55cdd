package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.object.ObjectFormat;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpilledDatasetTest {

    private static final int ROWS = 300;
    private static final long LIMIT = 32_000;
    private static final long ONE_FILE = LIMIT / 32;

    private final SpillFilesInMemory files = new SpillFilesInMemory();
    private final MemoryBudget budget = new MemoryBudget(LIMIT);
    private final Spill<Passage> spill = new Spill<>(
            "group",
            new SpilledForm<>(PassageSerializer.INSTANCE, new ObjectFormat(), SpillCompression.of("lz4"), files));
    private final SpilledDataset<Passage> rows = new SpilledDataset<>(
            spill, spill.write(IntStream.range(0, ROWS).mapToObj(Passage::at).iterator(), 1), budget);

    @AfterEach
    void nothingIsHeldWhenItIsClosed() {
        rows.close();
        assertThat(files.open).hasValue(0);
        assertThat(budget.held()).isZero();
    }

    private static List<Long> ids() {
        return LongStream.range(0, ROWS).boxed().toList();
    }

    @Test
    void oneIteratorTakesNoMoreThanThePartitionHasReserved() {
        for (int time = 0; time < 3; time++) {
            assertThat(rows).extracting(Passage::id).containsExactlyElementsOf(ids());
        }
        assertThat(budget.peak()).isZero();
    }

    @Test
    void eachFurtherOneTakesWhatItNeedsAndGivesItBackAtItsEnd() {
        Iterator<Passage> first = rows.iterator();
        Iterator<Passage> second = rows.iterator();
        Iterator<Passage> third = rows.iterator();
        for (long id = 0; id < ROWS; id++) {
            assertThat(first.next().id()).isEqualTo(id);
            assertThat(second.next().id()).isEqualTo(id);
            assertThat(third.next().id()).isEqualTo(id);
            assertThat(files.open.get()).isLessThanOrEqualTo(3);
        }
        assertThat(budget.peak()).isEqualTo(2 * ONE_FILE);
        assertThat(budget.held()).isZero();
    }

    @Test
    void whereThereIsNoMemoryTheyTakeTurns() {
        budget.reserve("another", LIMIT - ONE_FILE, () -> {}); // room for one more
        List<Iterator<Passage>> iterators = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            iterators.add(rows.iterator());
        }
        for (long id = 0; id < ROWS; id++) {
            for (Iterator<Passage> iterator : iterators) {
                assertThat(iterator.next().id()).isEqualTo(id);
                assertThat(files.open.get()).isLessThanOrEqualTo(2);
            }
        }
        assertThat(iterators).noneMatch(Iterator::hasNext);
        budget.release(LIMIT - ONE_FILE);
    }

    @Test
    void iteratorsThatAreLeftOpenDoNotKeepOthersFromReading() {
        budget.reserve("another", LIMIT, () -> {});
        for (int i = 0; i < 100; i++) {
            rows.iterator().next();
        }
        assertThat(rows).extracting(Passage::id).containsExactlyElementsOf(ids());
        assertThat(files.open.get()).isLessThanOrEqualTo(1);
        budget.release(LIMIT);
    }

    @Test
    void batchesStayUsableWhereverTheirIteratorHasGone() {
        budget.reserve("another", LIMIT, () -> {});
        Iterator<Batch<Passage>> batches = rows.batches(64).iterator();
        Batch<Passage> first = batches.next();
        assertThat(rows).hasSize(ROWS);
        assertThat(first).hasSize(64).extracting(Passage::id).startsWith(0L, 1L).endsWith(63L);
        assertThat(batches.next()).extracting(Passage::id).startsWith(64L);
        budget.release(LIMIT);
    }

    @Test
    void iteratorsEndWithTheCall() {
        Iterator<Passage> iterator = rows.iterator();
        iterator.next();
        rows.close();
        assertThatIllegalStateException().isThrownBy(iterator::next).withMessageContaining("during its call only");
        assertThatIllegalStateException().isThrownBy(rows::iterator);
    }

    @Test
    void aGroupCannotBeSortedWhetherItIsHeldOrNot() {
        HeldGroup<Passage> held = new HeldGroup<>(Dataset.of(List.of(Passage.at(1))));
        for (Dataset<Passage> group : List.of(rows, held)) {
            assertThatThrownBy(() -> group.sortedBy(Passage::id))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("the rows of a group cannot");
            assertThatThrownBy(() -> group.distinctBy(Passage::id))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("the rows of a group cannot");
        }
    }
}
