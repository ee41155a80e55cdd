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
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** The steps of {@link Here} in processes of their own. */
@Pipeline
@Flow({
    Parcels.class,
    Apart.Relabel.class,
    Apart.Sort.class,
    Apart.Copy.class,
    Apart.Weigh.class,
    Apart.Enumerate.class,
    Apart.Deliver.class
})
final class Apart {

    private Apart() {}

    @Step(persist = Persist.ALWAYS, isolated = true, heap = "48MiB")
    record Relabel() implements MapStep<Parcel, Parcel>, Serializable {
        @Override
        public Parcel map(Parcel row) {
            return new Here.Relabel().map(row);
        }
    }

    @Step(persist = Persist.ALWAYS, isolated = true, heap = "48MiB")
    record Sort() implements FilterStep<Parcel>, Serializable {
        @Override
        public boolean keep(Parcel row) {
            return new Here.Sort().keep(row);
        }
    }

    @Step(persist = Persist.ALWAYS, isolated = true, heap = "48MiB")
    record Copy() implements FlatMapStep<Parcel, Parcel>, Serializable {
        @Override
        public void flatMap(Parcel row, Output<Parcel> out) {
            new Here.Copy().flatMap(row, out);
        }
    }

    @Step(isolated = true, heap = "48MiB")
    @BatchSize(16)
    record Weigh() implements BatchStep<Parcel, Parcel>, Serializable {
        @Override
        public void process(Batch<Parcel> batch, Output<Parcel> out) {
            new Here.Weigh().process(batch, out);
        }
    }

    @Step(isolated = true, heap = "48MiB", concurrency = 2)
    @BatchSize(10)
    record Enumerate() implements AlignedBatchStep<Parcel, Parcel>, Serializable {
        @Override
        public List<Parcel> process(Batch<Parcel> batch) {
            return new Here.Enumerate().process(batch);
        }
    }

    /** Takes a {@code File}, since a {@code Path} cannot be sent. */
    @Step(isolated = true, heap = "48MiB")
    @BatchSize(30)
    record Deliver(@Resource File folder) implements Sink<Parcel>, Serializable {
        @Override
        public void write(Batch<Parcel> batch, BatchId id) throws IOException {
            Here.deliver(batch, id, folder.toPath());
        }
    }
}
