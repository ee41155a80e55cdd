package dev.batchwright.benchmarks.isolated;

import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.io.Serializable;
import java.util.List;

/** Steps over small rows, in the process of the run and in one of their own, in batches of 1000 and one by one. */
final class CountSteps {

    private CountSteps() {}

    @Step(persist = Persist.NEVER)
    record Counts(long count) implements Source<Count> {
        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("counts", "", 0, count));
        }

        @Override
        public RowReader<Count> open(Split split, long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == count ? null : new Count(next[0]++);
        }
    }

    @Step(persist = Persist.NEVER)
    record BatchHere() implements BatchStep<Count, Count> {
        @Override
        public void process(Batch<Count> batch, Output<Count> out) {
            batch.forEach(out::add);
        }
    }

    @Step(persist = Persist.NEVER, isolated = true)
    record BatchApart() implements BatchStep<Count, Count>, Serializable {
        @Override
        public void process(Batch<Count> batch, Output<Count> out) {
            batch.forEach(out::add);
        }
    }

    @Step(persist = Persist.NEVER)
    record RowHere() implements MapStep<Count, Count> {
        @Override
        public Count map(Count row) {
            return row;
        }
    }

    @Step(persist = Persist.NEVER, isolated = true)
    record RowApart() implements MapStep<Count, Count>, Serializable {
        @Override
        public Count map(Count row) {
            return row;
        }
    }

    @Step
    record AddUp(@Resource Sum sum) implements Sink<Count> {
        @Override
        public void write(Batch<Count> batch, BatchId id) {
            batch.forEach(row -> sum.add(row.value()));
        }
    }

    @Pipeline
    @Flow({Counts.class, BatchHere.class, AddUp.class})
    interface BatchesHere {}

    @Pipeline
    @Flow({Counts.class, BatchApart.class, AddUp.class})
    interface BatchesApart {}

    @Pipeline
    @Flow({Counts.class, RowHere.class, AddUp.class})
    interface RowsHere {}

    @Pipeline
    @Flow({Counts.class, RowApart.class, AddUp.class})
    interface RowsApart {}
}
