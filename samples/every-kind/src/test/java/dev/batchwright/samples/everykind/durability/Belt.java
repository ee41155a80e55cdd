package dev.batchwright.samples.everykind.durability;

import dev.batchwright.Batch;
import dev.batchwright.BatchStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A small pipeline whose steps a test may hold up: one row, its copies, and batches of these. No clock closes its parts. */
final class Belt {

    private Belt() {}

    record Item(long id, int copy, String text) {}

    /** Where a test may hold up a step, or do anything else. */
    @FunctionalInterface
    interface Gate {

        Gate OPEN = id -> {};

        void pass(long id) throws Exception;
    }

    @Step
    record Load(int rows, @Resource Gate gate) implements Source<Item> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("belt", "v1", 0, rows));
        }

        @Override
        public RowReader<Item> open(Split split, long firstRow) {
            long[] next = {firstRow};
            return () -> {
                if (next[0] == rows) {
                    return null;
                }
                gate.pass(next[0]);
                long id = next[0]++;
                return new Item(id, 0, "item " + id);
            };
        }
    }

    @Step(persist = Persist.ALWAYS)
    record Stamp(@Resource Gate gate) implements MapStep<Item, Item> {

        @Override
        public Item map(Item row) throws Exception {
            gate.pass(row.id());
            return new Item(row.id(), 0, "stamped " + row.text());
        }
    }

    @Step
    record Copy(int copies) implements FlatMapStep<Item, Item> {

        @Override
        public void flatMap(Item row, Output<Item> out) {
            for (int i = 0; i < copies; i++) {
                out.add(new Item(row.id(), i, row.text()));
            }
        }
    }

    @Step
    @BatchSize(10)
    record Press(@Resource Gate gate) implements BatchStep<Item, Item> {

        @Override
        public void process(Batch<Item> batch, Output<Item> out) throws Exception {
            gate.pass(batch.get(0).copy());
            batch.forEach(out::add);
        }
    }

    @Pipeline
    @Flow({Load.class, Stamp.class, Copy.class, Press.class})
    interface Line {}

    static Belt_LineRunner runner(int rows, Gate load, Gate stamp, int copies, Gate press) {
        return Belt_LineRunner.builder()
                .load(new Load(rows, load))
                .stamp(new Stamp(stamp))
                .copy(new Copy(copies))
                .press(new Press(press))
                .build();
    }

    static RunOptions options(Path cache) {
        return RunOptions.cacheAt(cache)
                .threads(1)
                .shardRows(100_000)
                .checkpointInterval(Duration.ofDays(1))
                .progress(RunOptions.Progress.OFF);
    }
}
