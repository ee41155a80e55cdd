package dev.batchwright.benchmarks.overhead;

import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.FilterStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.util.List;

/** Steps that do next to nothing, so that what is measured is what stands between them. */
final class TrivialSteps {

    private TrivialSteps() {}

    /** Numbers from 0 on, as a split. */
    @Step(persist = Persist.NEVER)
    record SplitNumbers(long count) implements Source<Num> {
        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("numbers", "", 0, count));
        }

        @Override
        public RowReader<Num> open(Split split, long firstRow) {
            return new Numbers(firstRow, count);
        }
    }

    /** Numbers from 0 on, as a stream. */
    @Step(persist = Persist.NEVER)
    record StreamedNumbers(long count) implements SequentialSource<Num> {
        @Override
        public RowReader<Num> open(long firstRow) {
            return new Numbers(firstRow, count);
        }
    }

    /** Makes another row of each. */
    @Step(persist = Persist.NEVER)
    record Triple() implements MapStep<Num, Num> {
        @Override
        public Num map(Num row) {
            return new Num(row.value() * 3);
        }
    }

    /** Drops one row in four. */
    @Step(persist = Persist.NEVER)
    record DropMultiplesOfFour() implements FilterStep<Num> {
        @Override
        public boolean keep(Num row) {
            return (row.value() & 3) != 0;
        }
    }

    /** Hands on each row of a batch. */
    @Step(persist = Persist.NEVER)
    @BatchSize(50)
    record HandOn() implements BatchStep<Num, Num> {
        @Override
        public void process(Batch<Num> batch, Output<Num> out) {
            for (Num row : batch) {
                out.add(row);
            }
        }
    }

    /** Adds up. */
    @Step
    @BatchSize(50)
    record AddUp(@Resource Total total) implements Sink<Num> {
        @Override
        public void write(Batch<Num> batch, BatchId id) {
            for (Num row : batch) {
                total.add(row.value());
            }
        }
    }
}
