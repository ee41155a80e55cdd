package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private final MemoryBudget budget = new MemoryBudget(100);

    private static void noWait() {
        throw new IllegalStateException("nobody gives anything back");
    }

    /** Holds bytes, and gives them back when it is asked to. */
    private final class Holder implements Spillable {

        private long bytes;
        private int asked;

        Holder(long bytes) {
            budget.reserve("count", bytes, MemoryBudgetTest::noWait);
            this.bytes = bytes;
            budget.register(this);
        }

        @Override
        public long spillable() {
            return bytes;
        }

        @Override
        public long spill() {
            asked++;
            long given = bytes;
            bytes = 0;
            budget.release(given);
            return given;
        }
    }

    @Test
    void givesNothingBeyondItsLimit() {
        budget.reserve("count", 60, MemoryBudgetTest::noWait);

        assertThat(budget.take(41)).isFalse();
        assertThat(budget.take(40)).isTrue();
        assertThatThrownBy(() -> budget.reserve("count", 1, MemoryBudgetTest::noWait))
                .hasMessageContaining("nobody gives");
        assertThat(budget.held()).isEqualTo(100);
        assertThat(budget.peak()).isEqualTo(100);
    }

    @Test
    void refusesWhatItCanNeverGive() {
        assertThatThrownBy(() -> budget.reserve("count", 101, MemoryBudgetTest::noWait))
                .isInstanceOf(BatchwrightException.class)
                .hasMessageContaining("Step count needs 101 B at once")
                .hasMessageContaining("of a budget of 100 B")
                .hasMessageContaining("RunOptions.memory");
        assertThat(budget.held()).isZero();
    }

    @Test
    void asksForWhatCostsNothingFirst() {
        Holder holder = new Holder(20);
        assertThat(budget.take(80)).isTrue();
        budget.onShortage(() -> budget.give(80));

        budget.reserve("count", 70, MemoryBudgetTest::noWait);

        assertThat(budget.held()).isEqualTo(90);
        assertThat(holder.asked).isZero();
    }

    @Test
    void asksTheSmallestWhoHasEnough() {
        Holder small = new Holder(10);
        Holder enough = new Holder(30);
        Holder large = new Holder(60);

        budget.reserve("count", 25, MemoryBudgetTest::noWait);

        assertThat(enough.asked).isEqualTo(1);
        assertThat(small.asked + large.asked).isZero();
        assertThat(budget.held()).isEqualTo(95);
    }

    @Test
    void asksTheLargestWhereNobodyHasEnough() {
        Holder small = new Holder(20);
        Holder large = new Holder(45);
        Holder middle = new Holder(35);

        budget.reserve("count", 70, MemoryBudgetTest::noWait);

        assertThat(large.asked).isEqualTo(1);
        assertThat(middle.asked).isEqualTo(1);
        assertThat(small.asked).isZero();
    }

    @Test
    void waitsForThoseWhoCannotSpill() {
        assertThat(budget.take(100)).isTrue();
        int[] waited = {0};

        budget.reserve("count", 50, () -> {
            if (++waited[0] == 3) {
                budget.give(60);
            }
        });

        assertThat(budget.held()).isEqualTo(90);
    }
}
