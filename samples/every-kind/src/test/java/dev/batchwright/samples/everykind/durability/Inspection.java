package dev.batchwright.samples.everykind.durability;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.StepContext;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.OnError;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A pipeline with every kind of step that can put bad rows aside. */
final class Inspection {

    private Inspection() {}

    @Step(persist = Persist.NEVER)
    record ReadBags(int rows) implements Source<Grain> {

        @Override
        public List<Split> splits() {
            return IntStream.range(0, 2)
                    .mapToObj(i -> Split.ofRows("bag " + i, "v1", (long) rows * i, rows))
                    .toList();
        }

        @Override
        public RowReader<Grain> open(Split split, long firstRow) {
            long[] next = {split.start() + firstRow};
            return () -> next[0] == split.start() + split.length() ? null : new Grain(next[0]++, 0, "grain");
        }
    }

    /** Its rows are not kept, so that what follows it begins again in the middle. */
    @Step(persist = Persist.NEVER)
    record Label() implements FlatMapStep<Grain, Grain> {

        @Override
        public void flatMap(Grain grain, Output<Grain> out) {
            if (grain.id() % 10 != 9) {
                out.add(new Grain(grain.id(), 1, "labelled " + grain.id()));
            }
        }
    }

    @Step(onError = OnError.QUARANTINE)
    record Polish(@Resource Journal journal, @Resource Flaws flaws) implements MapStep<Grain, Grain> {

        @Override
        public Grain map(Grain grain) {
            journal.call("polish");
            flaws.check("polish", grain.id());
            return new Grain(grain.id(), 2, grain.text() + " polished");
        }
    }

    @Step(onError = OnError.QUARANTINE)
    record Pick(@Resource Journal journal, @Resource Flaws flaws) implements FilterStep<Grain> {

        @Override
        public boolean keep(Grain grain) {
            journal.call("pick");
            flaws.check("pick", grain.id());
            return grain.id() % 5 != 3;
        }
    }

    @Step(onError = OnError.QUARANTINE)
    record Crush(@Resource Journal journal, @Resource Flaws flaws) implements FlatMapStep<Grain, Grain> {

        @Override
        public void flatMap(Grain grain, Output<Grain> out) {
            journal.call("crush");
            out.add(new Grain(grain.id() * 10, 3, grain.text()));
            flaws.check("crush", grain.id()); // what it made before is not to be seen
            out.add(new Grain(grain.id() * 10 + 1, 3, grain.text()));
        }
    }

    @Step(onError = OnError.QUARANTINE, concurrency = 3)
    @BatchSize(7)
    record Roast(@Resource Journal journal, @Resource Flaws flaws, int degrees)
            implements AlignedBatchStep<Grain, Grain> {

        @Override
        public List<Grain> process(Batch<Grain> batch) {
            journal.call("roast");
            List<Grain> roasted = new ArrayList<>();
            for (Grain grain : batch) {
                flaws.check("roast", grain.id());
                roasted.add(new Grain(grain.id(), 4, grain.text() + " roasted"));
            }
            return roasted;
        }
    }

    @Step(onError = OnError.QUARANTINE)
    @BatchSize(5)
    record Blend(@Resource Journal journal, @Resource Flaws flaws) implements BatchStep<Grain, Grain> {

        @Override
        public void process(Batch<Grain> batch, Output<Grain> out) {
            journal.call("blend");
            for (Grain grain : batch) {
                flaws.check("blend", grain.id());
                for (long i = 0; i < grain.id() % 3; i++) {
                    out.add(new Grain(grain.id(), 5, grain.text() + " " + i));
                }
            }
        }
    }

    @Step(onError = OnError.QUARANTINE)
    @BatchSize(6)
    record Ship(
            @Resource Journal journal,
            @Resource Flaws flaws,
            @Resource Shelf shelf) implements Sink<Grain> {

        @Override
        public void open(StepContext context) {
            shelf.openedAs(context.fingerprint());
        }

        @Override
        public void write(Batch<Grain> batch, BatchId id) {
            journal.call("ship");
            batch.forEach(grain -> flaws.check("ship", grain.id()));
            shelf.put(id, batch);
        }
    }

    @Pipeline
    @Flow({ReadBags.class, Label.class, Polish.class, Pick.class, Crush.class, Roast.class, Blend.class, Ship.class})
    interface Inspecting {}

    static Inspection_InspectingRunner runner(Journal journal, Flaws flaws, Shelf shelf, int rows) {
        return runner(journal, flaws, shelf, rows, 200);
    }

    static Inspection_InspectingRunner runner(Journal journal, Flaws flaws, Shelf shelf, int rows, int degrees) {
        return Inspection_InspectingRunner.builder()
                .readBags(new ReadBags(rows))
                .polish(new Polish(journal, flaws))
                .pick(new Pick(journal, flaws))
                .crush(new Crush(journal, flaws))
                .roast(new Roast(journal, flaws, degrees))
                .blend(new Blend(journal, flaws))
                .ship(new Ship(journal, flaws, shelf))
                .build();
    }
}
