package dev.batchwright.samples.everykind.durability;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.CoGroupStep;
import dev.batchwright.Dataset;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.GlobalStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.ZipStep;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A pipeline with every kind of step whose rows are kept, and steps between them whose rows are not. Each call is written down. */
final class Mill {

    private Mill() {}

    record Grain(long id, int place, String text) {}

    @Step
    record ReadGrain(@Resource Journal journal, int rows) implements Source<Grain> {

        @Override
        public List<Split> splits() {
            return IntStream.range(0, 3)
                    .mapToObj(i -> Split.ofRows("sack " + i, "v1", 50L * i, rows))
                    .toList();
        }

        @Override
        public RowReader<Grain> open(Split split, long firstRow) {
            long[] next = {split.start() + firstRow};
            return () -> {
                if (next[0] == split.start() + split.length()) {
                    return null;
                }
                journal.call("read-grain");
                long id = next[0]++;
                return new Grain(id, 0, "grain " + id);
            };
        }
    }

    @Step
    record Pour(@Resource Journal journal, int rows) implements SequentialSource<Grain> {

        @Override
        public RowReader<Grain> open(long firstRow) {
            long[] next = {firstRow};
            return () -> {
                if (next[0] == rows) {
                    return null;
                }
                journal.call("pour");
                long id = next[0]++;
                return new Grain(1000 + id, 0, "poured " + id);
            };
        }
    }

    @Step
    record Clean(@Resource Journal journal) implements MapStep<Grain, Grain> {

        @Override
        public Grain map(Grain row) {
            journal.call("clean");
            return new Grain(row.id(), row.place(), "clean " + row.text());
        }
    }

    @Step(persist = Persist.ALWAYS)
    record Sift(@Resource Journal journal) implements FilterStep<Grain> {

        @Override
        public boolean keep(Grain row) {
            journal.call("sift");
            return row.id() % 4 != 1 && (row.id() < 60 || row.id() > 95);
        }
    }

    /** Makes none to three rows of each. */
    @Step
    record Grind(@Resource Journal journal) implements FlatMapStep<Grain, Grain> {

        @Override
        public void flatMap(Grain row, Output<Grain> out) {
            journal.call("grind");
            for (int i = 0; i < row.id() % 4; i++) {
                out.add(new Grain(row.id(), i, row.text()));
            }
        }
    }

    @Step
    record Blow(@Resource Journal journal) implements FilterStep<Grain> {

        @Override
        public boolean keep(Grain row) {
            journal.call("blow");
            return row.id() % 3 != 0;
        }
    }

    @Step(concurrency = 3)
    @BatchSize(5)
    record Weigh(@Resource Journal journal) implements BatchStep<Grain, Grain> {

        @Override
        public void process(Batch<Grain> batch, Output<Grain> out) {
            journal.call("weigh");
            for (Grain row : batch) {
                out.add(new Grain(row.id(), row.place(), row.text() + " of " + batch.size()));
            }
        }
    }

    @Step
    @BatchSize(3)
    record Grade(@Resource Journal journal) implements AlignedBatchStep<Grain, Grain> {

        @Override
        public List<Grain> process(Batch<Grain> batch) {
            journal.call("grade");
            List<Grain> rows = new ArrayList<>();
            batch.forEach(row -> rows.add(new Grain(row.id(), batch.size(), row.text())));
            return rows;
        }
    }

    @Step
    record Label(@Resource Journal journal) implements MapStep<Grain, Grain> {

        @Override
        public Grain map(Grain row) {
            journal.call("label");
            return new Grain(row.id(), 7, "label" + journal.mood());
        }
    }

    @Step
    record Stick(@Resource Journal journal) implements ZipStep<Grain, Grain, Grain> {

        @Override
        public Grain zip(Grain left, Grain right) {
            journal.call("stick");
            if (left.id() != right.id()) {
                throw new IllegalStateException(left + " met " + right);
            }
            return new Grain(left.id(), left.place(), right.text() + " " + left.text());
        }
    }

    @Step
    record Tally(@Resource Journal journal) implements KeyedStep<Long, Grain, Grain> {

        @Override
        public Long key(Grain row) {
            return row.id() % 37;
        }

        @Override
        public void process(Long key, Dataset<Grain> group, Output<Grain> out) {
            journal.call("tally");
            group.forEach(row -> out.add(new Grain(key, row.place(), row.text())));
        }
    }

    @Step
    record Meet(@Resource Journal journal) implements CoGroupStep<Long, Grain, Grain, Grain> {

        @Override
        public Long leftKey(Grain row) {
            return row.id();
        }

        @Override
        public Long rightKey(Grain row) {
            return row.id() % 41;
        }

        @Override
        public void process(Long key, Dataset<Grain> left, Dataset<Grain> right, Output<Grain> out) {
            journal.call("meet");
            out.add(new Grain(
                    key, (int) left.stream().count(), "meets " + right.stream().count()));
        }
    }

    @Step
    record Bake(@Resource Journal journal) implements GlobalStep<Grain, Grain> {

        @Override
        public void process(Dataset<Grain> all, Output<Grain> out) {
            for (Grain row : all) {
                journal.call("bake");
                out.add(new Grain(row.id(), row.place(), "baked " + row.text()));
                out.add(new Grain(-row.id(), row.place(), "crust"));
            }
        }
    }

    @Step
    @BatchSize(4)
    record Pack(@Resource Journal journal, @Resource Shelf shelf) implements Sink<Grain> {

        @Override
        public void write(Batch<Grain> batch, BatchId id) {
            journal.call("pack");
            shelf.put(id, batch);
        }
    }

    @Step
    @BatchSize(6)
    record Sell(@Resource Journal journal, @Resource Shelf shelf) implements Sink<Grain> {

        @Override
        public void write(Batch<Grain> batch, BatchId id) {
            journal.call("sell");
            shelf.put(id, batch);
        }
    }

    @Pipeline
    @Flow({ReadGrain.class, Clean.class, Sift.class, Grind.class, Blow.class, Weigh.class, Pack.class})
    @Flow({Pour.class, Grind.class})
    @Flow({Sift.class, Grade.class, Stick.class})
    @Flow({Sift.class, Label.class, Stick.class})
    @Flow({Weigh.class, Tally.class, Meet.class, Bake.class, Sell.class})
    @Flow({Stick.class, Meet.class})
    interface Milling {}

    /**
     * The pipeline.
     *
     * @param rows the rows of each of three splits; the stream has some more
     */
    static Mill_MillingRunner runner(Journal journal, Shelf shelf, int rows) {
        return Mill_MillingRunner.builder()
                .readGrain(new ReadGrain(journal, rows))
                .clean(new Clean(journal))
                .sift(new Sift(journal))
                .grind(new Grind(journal))
                .blow(new Blow(journal))
                .weigh(new Weigh(journal))
                .pack(new Pack(journal, shelf))
                .pour(new Pour(journal, rows + 20))
                .grade(new Grade(journal))
                .stick(new Stick(journal))
                .label(new Label(journal))
                .tally(new Tally(journal))
                .meet(new Meet(journal))
                .bake(new Bake(journal))
                .sell(new Sell(journal, shelf))
                .build();
    }
}
