package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskMemoryTest {

    private static final int LIMIT = 1000;
    private static final int MOST_POLLS = 100;

    private final MemoryBudget budget = new MemoryBudget(LIMIT);
    private final AtomicLong gauge = new AtomicLong();

    private static final class Surrender extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private record Numbered(long age, Runnable whileWaiting) implements TaskMemory.Task {

        @Override
        public String name() {
            return "task " + age;
        }

        @Override
        public void waiting() {
            whileWaiting.run();
        }

        @Override
        public RuntimeException surrender() {
            return new Surrender();
        }
    }

    private TaskMemory admitted(long age, long predicted) {
        return admitted(age, predicted, () -> {});
    }

    private TaskMemory admitted(long age, long predicted, Runnable whileWaiting) {
        return Objects.requireNonNull(budget.admit(new Numbered(age, whileWaiting), predicted));
    }

    private StepMemory step(TaskMemory memory) {
        return memory.step("count", gauge::addAndGet);
    }

    @Test
    void takesWhatATaskIsPredictedToNeedAtOnce() {
        try (TaskMemory memory = admitted(0, 400)) {
            step(memory).hold(400);

            assertThat(budget.held()).isEqualTo(400);
            assertThat(memory.held()).isEqualTo(400);
        }
        assertThat(budget.held()).isZero();
    }

    @Test
    void takesMoreThanPredictedWhereItIsThere() {
        try (TaskMemory memory = admitted(0, 10)) {
            StepMemory step = step(memory);
            step.hold(700);
            assertThat(budget.held()).isBetween(700L, 710L);

            step.give(600);

            assertThat(budget.held()).as("what is too much is given back").isBetween(100L, 110L);
            assertThat(step.peak()).isEqualTo(700);
        }
    }

    @Test
    void admitsOneTaskWhateverItNeeds() {
        assertThat(budget.take(990)).isTrue();

        try (TaskMemory memory = admitted(0, 5000)) {
            step(memory).hold(10);
            assertThat(budget.held()).isEqualTo(LIMIT);
        }
    }

    @Test
    void admitsNoOtherTaskThatNeedsMoreThanThereIs() {
        try (TaskMemory first = admitted(0, 700)) {
            assertThat(first.held()).isZero();
            @Nullable TaskMemory second = budget.admit(new Numbered(1, () -> {}), 400);

            assertThat(second).isNull();
            assertThat(budget.held()).isEqualTo(700);
        }
        admitted(1, 400).close();
    }

    @Test
    void hasTheOldestTaskWaitForOthers() {
        TaskMemory younger = admitted(1, 600);
        try (TaskMemory oldest = admitted(0, 300, younger::close)) {
            step(oldest).hold(800);

            assertThat(budget.held()).isEqualTo(800);
            assertThat(budget.waitedNanos()).isPositive();
        }
    }

    @Test
    void hasAnyOtherTaskGiveUpWhatItHolds() {
        try (TaskMemory oldest = admitted(0, 600);
                TaskMemory younger = admitted(1, 300)) {
            step(oldest).hold(600);
            StepMemory step = step(younger);
            step.hold(300);

            assertThatThrownBy(() -> step.hold(200)).isInstanceOf(Surrender.class);
            assertThat(younger.peak()).as("what it is to be given next time").isEqualTo(500);
        }
        assertThat(budget.held()).isZero();
    }

    /** As happens when an older task that has given up what it held begins again in the meantime. */
    @Test
    void givesUpWhatItHoldsWhereItIsNoLongerTheOldestWhileItWaits() {
        AtomicInteger polls = new AtomicInteger();
        try (TaskMemory waits = admitted(2, 0, () -> {
                    if (polls.incrementAndGet() == 1) {
                        step(admitted(1, 10)).hold(5);
                    }
                    assertThat(polls).hasValueLessThan(MOST_POLLS);
                });
                TaskMemory other = admitted(3, 400)) {
            step(waits).hold(500);

            assertThatThrownBy(() -> step(waits).hold(200)).isInstanceOf(Surrender.class);
            assertThat(other.isWaitedFor()).isFalse();
        }
    }

    @Test
    void tellsYoungerTasksThatTheOldestWaits() {
        TaskMemory younger = admitted(1, 600);
        boolean[] told = {false};
        try (TaskMemory oldest = admitted(0, 300, () -> {
            told[0] = younger.isWaitedFor();
            younger.close();
        })) {
            assertThat(younger.isWaitedFor()).isFalse();
            step(oldest).hold(800);
            assertThat(oldest.isWaitedFor()).isFalse();
        }
        assertThat(told[0]).isTrue();
    }

    @Test
    void hasItsOwnHoldersSpillBeforeItWaits() {
        try (TaskMemory memory = admitted(0, 0)) {
            StepMemory step = step(memory);
            step.hold(900);
            long[] spilled = {0};
            step.register(new Spillable() {
                @Override
                public long spillable() {
                    return 700 - spilled[0];
                }

                @Override
                public long spill() {
                    step.give(700);
                    spilled[0] = 700;
                    return 700;
                }
            });

            step.hold(500);

            assertThat(spilled[0]).isEqualTo(700);
            assertThat(memory.held()).isEqualTo(700);
        }
    }

    @Test
    void namesARowThatCanNeverBeHeld() {
        try (TaskMemory memory = admitted(0, 0)) {
            assertThatThrownBy(() -> step(memory).holdRow(LIMIT + 1, 3, 17))
                    .isInstanceOf(BatchwrightException.class)
                    .hasMessageContaining("A row of 1001 B at step count, row 17 of shard 3")
                    .hasMessageContaining("budget of 1000 B")
                    .hasMessageContaining("RunOptions.memory");
        }
    }

    @Test
    void saysWhoHoldsWhatWhenNobodyCanGiveAnythingBack() {
        try (TaskMemory memory = admitted(0, 0)) {
            StepMemory step = step(memory);
            step.hold(900);

            assertThatThrownBy(() -> step.hold(200))
                    .isInstanceOf(BatchwrightException.class)
                    .hasMessageContaining("Step count needs")
                    .hasMessageContaining("task 0 holds")
                    .hasMessageContaining("RunOptions.memory");
        }
    }

    @Test
    void tellsTheGaugeOfWhatIsHeld() {
        TaskMemory memory = admitted(0, 0);
        long[] most = {0};
        StepMemory step = memory.step("count", bytes -> most[0] = Math.max(most[0], gauge.addAndGet(bytes)));
        step.hold(600);
        step.give(200);
        memory.close();

        assertThat(most[0]).isEqualTo(600);
        assertThat(gauge.get()).isZero();
    }
}
