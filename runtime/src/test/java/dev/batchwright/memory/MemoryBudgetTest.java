package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private final MemoryBudget budget = new MemoryBudget(100);

    @Test
    void givesNothingBeyondItsLimit() {
        budget.reserve("count", 60);

        assertThat(budget.take(41)).isFalse();
        assertThat(budget.take(40)).isTrue();
        assertThatThrownBy(() -> budget.reserve("count", 1))
                .isInstanceOf(BatchwrightException.class)
                .hasMessageContaining("count")
                .hasMessageContaining("RunOptions.memory");
        assertThat(budget.held()).isEqualTo(100);
    }

    @Test
    void asksForWhatCanBeGivenBackBeforeItRefuses() {
        assertThat(budget.take(80)).isTrue();
        budget.onShortage(() -> budget.give(80));

        budget.reserve("count", 90);

        assertThat(budget.held()).isEqualTo(90);
    }
}
