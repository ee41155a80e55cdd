package dev.batchwright.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunOptions.Progress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private final RunMetrics metrics = new RunMetrics("corpus", 2);
    private final StepMetrics read = metrics.addStep("read", "source");
    private final StepMetrics embed = metrics.addStep("embed", "batch");

    @Test
    void showsTasksAndTheStepsThatHaveGoneOn() {
        try (ProgressDisplay display = ProgressDisplay.start(metrics, Progress.OFF)) {
            metrics.addTask(0);
            metrics.addTask(0);
            metrics.beginTask(0);
            read.addRows(0, 1500, 0, 1500);

            assertThat(display.line()).startsWith("corpus: task 0 of 2, ").endsWith("| read 1,500");

            embed.addRows(32, 0, 0, 1);
            assertThat(display.line()).endsWith("| embed 32");
            assertThat(display.line()).endsWith("|");
        }
    }

    @Test
    void tellsTheTimeThatIsLeftOnlyWhereAStageHasFinishedATask() {
        StageTasks fast = stage(4, 2);
        StageTasks slow = stage(10, 0);
        Duration now = Duration.ofSeconds(20);

        assertThat(StageTasks.sum(List.of(fast), now)).isEqualTo(new StageTasks.Sum(4, 2, Duration.ofSeconds(10)));
        assertThat(StageTasks.sum(List.of(fast, slow), now).left()).isNull();
        slow.end();
        assertThat(StageTasks.sum(List.of(fast, slow), now))
                .isEqualTo(new StageTasks.Sum(14, 3, Duration.ofSeconds(10 + 9 * 10)));
    }

    /** A stage that began after ten seconds. */
    private static StageTasks stage(int known, int done) {
        StageTasks stage = new StageTasks();
        for (int i = 0; i < known; i++) {
            stage.add();
        }
        stage.begin(Duration.ofSeconds(10));
        for (int i = 0; i < done; i++) {
            stage.end();
        }
        return stage;
    }
}
