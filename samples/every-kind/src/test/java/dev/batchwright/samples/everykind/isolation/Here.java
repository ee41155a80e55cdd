package dev.batchwright.samples.everykind.isolation;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.Sink;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Steps of all kinds that can be isolated, in the process of the run. {@link Apart} has the same in processes of their own. */
@Pipeline
@Flow({
    Parcels.class,
    Here.Relabel.class,
    Here.Sort.class,
    Here.Copy.class,
    Here.Weigh.class,
    Here.Enumerate.class,
    Here.Deliver.class
})
final class Here {

    private Here() {}

    @Step(persist = Persist.ALWAYS)
    record Relabel() implements MapStep<Parcel, Parcel> {
        @Override
        public Parcel map(Parcel row) {
            return row.with(row.id(), row.label() + "!");
        }
    }

    @Step(persist = Persist.ALWAYS)
    record Sort() implements FilterStep<Parcel> {
        @Override
        public boolean keep(Parcel row) {
            return row.id() % 7 != 0;
        }
    }

    @Step(persist = Persist.ALWAYS)
    record Copy() implements FlatMapStep<Parcel, Parcel> {
        @Override
        public void flatMap(Parcel row, Output<Parcel> out) {
            for (int copy = 0; copy < row.id() % 3; copy++) {
                out.add(row.with(10 * row.id() + copy, "copy of " + row.label()));
            }
        }
    }

    /** Makes a row more of each batch. */
    @Step
    @BatchSize(16)
    record Weigh() implements BatchStep<Parcel, Parcel> {
        @Override
        public void process(Batch<Parcel> batch, Output<Parcel> out) {
            batch.forEach(out::add);
            out.add(batch.get(0).with(-1, batch.size() + " parcels"));
        }
    }

    @Step
    @BatchSize(10)
    record Enumerate() implements AlignedBatchStep<Parcel, Parcel> {
        @Override
        public List<Parcel> process(Batch<Parcel> batch) {
            List<Parcel> rows = new ArrayList<>();
            for (Parcel row : batch) {
                rows.add(row.with(row.id(), rows.size() + " of " + batch.size() + ": " + row.label()));
            }
            return rows;
        }
    }

    @Step
    @BatchSize(30)
    record Deliver(@Resource Path folder) implements Sink<Parcel> {
        @Override
        public void write(Batch<Parcel> batch, BatchId id) throws IOException {
            deliver(batch, id, folder);
        }
    }

    static void deliver(Batch<Parcel> batch, BatchId id, Path folder) throws IOException {
        Files.writeString(folder.resolve(id.shard() + "-" + id.batch()), batch.toString());
    }
}
