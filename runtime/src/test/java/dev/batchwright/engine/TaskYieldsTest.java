package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.PipelineStep;
import dev.batchwright.RunReport;
import dev.batchwright.generated.StepKind;
import dev.batchwright.shard.Passage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that gives up what it holds, since there is no memory for the row at hand, leaves no row out and makes none twice. */
class TaskYieldsTest {

    @TempDir
    Path cache;

    private record Same() implements MapStep<Passage, Passage> {

        @Override
        public Passage map(Passage row) {
            return row;
        }
    }

    private record All() implements FilterStep<Passage> {

        @Override
        public boolean keep(Passage row) {
            return true;
        }
    }

    private record One() implements FlatMapStep<Passage, Passage> {

        @Override
        public void flatMap(Passage row, Output<Passage> out) {
            out.add(row);
        }
    }

    private record Wrapping() implements FlatMapStep<Passage, Passage> {

        @Override
        public void flatMap(Passage row, Output<Passage> out) {
            try {
                out.add(row);
            } catch (RuntimeException e) {
                throw new IllegalStateException("Row " + row.id() + " cannot be handed on", e);
            }
        }
    }

    private void losesNothing(StepKind kind, PipelineStep step) {
        CrampedTasks tasks = new CrampedTasks(kind, step);

        RunReport report = tasks.run(cache);

        assertThat(report.memory().tasksYielded()).isPositive();
        assertThat(CrampedTasks.kept(cache)).isEqualTo(CrampedTasks.all());
        assertThat(tasks.sunk()).isEqualTo(CrampedTasks.all());
        assertThat(report.memory().forgottenBytes()).isZero();
    }

    @Test
    void keepsTheRowOfAMapStepThatThereIsNoMemoryFor() {
        losesNothing(StepKind.MAP, new Same());
    }

    @Test
    void keepsTheRowOfAFilterStepThatThereIsNoMemoryFor() {
        losesNothing(StepKind.FILTER, new All());
    }

    @Test
    void keepsTheRowOfAFlatMapStepThatThereIsNoMemoryFor() {
        losesNothing(StepKind.FLAT_MAP, new One());
    }

    @Test
    void isNoFailureOfAStepThatWrapsWhatIsThrownAtIt() {
        losesNothing(StepKind.FLAT_MAP, new Wrapping());
    }
}
