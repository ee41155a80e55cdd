package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Batch;
import dev.batchwright.BatchStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Checkpoint;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps whose calls cost money commit after every one of them, whatever the interval. */
class EveryBatchTest {

    private static final int ROWS = 40;
    private static final int IN_FLIGHT = 3;

    @TempDir
    Path folder;

    @Step(persist = Persist.NEVER)
    record Lines() implements Source<Grain> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("lines", "v1", 0, ROWS));
        }

        @Override
        public RowReader<Grain> open(Split split, long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == ROWS ? null : new Grain(next[0]++, 0, "line");
        }
    }

    @Step(checkpoint = Checkpoint.EVERY_BATCH)
    @BatchSize(4)
    record AskOne(@Resource Journal journal) implements BatchStep<Grain, Grain> {

        @Override
        public void process(Batch<Grain> batch, Output<Grain> out) {
            journal.call("ask-one");
            batch.forEach(out::add);
        }
    }

    @Step(checkpoint = Checkpoint.EVERY_BATCH, concurrency = IN_FLIGHT)
    @BatchSize(2)
    record AskMany(@Resource Journal journal) implements BatchStep<Grain, Grain> {

        @Override
        public void process(Batch<Grain> batch, Output<Grain> out) {
            journal.call("ask-many");
            batch.forEach(out::add);
        }
    }

    @Step(checkpoint = Checkpoint.EVERY_BATCH)
    record AskRow(@Resource Journal journal) implements MapStep<Grain, Grain> {

        @Override
        public Grain map(Grain row) {
            journal.call("ask-row");
            return row;
        }
    }

    @Pipeline
    @Flow({Lines.class, AskOne.class})
    interface AskingOne {}

    @Pipeline
    @Flow({Lines.class, AskMany.class})
    interface AskingMany {}

    @Pipeline
    @Flow({Lines.class, AskRow.class})
    interface AskingRow {}

    private RunOptions options() {
        return RunOptions.cacheAt(folder.resolve("cache")).threads(1).progress(RunOptions.Progress.OFF);
    }

    private void run(String step, Journal journal) {
        switch (step) {
            case "ask-one" ->
                EveryBatchTest_AskingOneRunner.builder()
                        .askOne(new AskOne(journal))
                        .build()
                        .run(options());
            case "ask-many" ->
                EveryBatchTest_AskingManyRunner.builder()
                        .askMany(new AskMany(journal))
                        .build()
                        .run(options());
            default ->
                EveryBatchTest_AskingRowRunner.builder()
                        .askRow(new AskRow(journal))
                        .build()
                        .run(options());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask-one", "ask-many", "ask-row"})
    void makesNoCallTwiceButThoseInFlight(String step) {
        Journal dying = Journal.failingAt(8);
        assertThatThrownBy(() -> run(step, dying)).hasMessageContaining("the run dies here");
        Journal after = Journal.peaceful();

        run(step, after);

        long calls = step.equals("ask-one") ? ROWS / 4 : step.equals("ask-many") ? ROWS / 2 : ROWS;
        int inFlight = step.equals("ask-many") ? IN_FLIGHT : 0;
        assertThat(dying.calls()).isBetween(7L, 7L + inFlight);
        assertThat(dying.calls() + after.calls()).isBetween(calls, calls + inFlight);
    }
}
