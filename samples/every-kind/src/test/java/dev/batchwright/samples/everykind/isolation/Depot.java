package dev.batchwright.samples.everykind.isolation;

import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.Sink;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.OnError;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Isolated steps with troubles, each in a pipeline of its own. */
final class Depot {

    private static final String HEAP = "48MiB";

    private Depot() {}

    @Step(isolated = true, heap = HEAP)
    @BatchSize(64)
    record Handle(@Resource Trouble trouble) implements BatchStep<Parcel, Parcel>, Serializable {
        @Override
        public void process(Batch<Parcel> batch, Output<Parcel> out) throws Exception {
            trouble.at(batch);
            batch.forEach(out::add);
        }
    }

    @Pipeline
    @Flow({Parcels.class, Handle.class})
    interface Handling {}

    @Step(isolated = true, heap = HEAP, onError = OnError.QUARANTINE)
    @BatchSize(16)
    record Inspect(@Resource Trouble trouble) implements BatchStep<Parcel, Parcel>, Serializable {
        @Override
        public void process(Batch<Parcel> batch, Output<Parcel> out) throws Exception {
            trouble.at(batch);
            batch.forEach(out::add);
        }
    }

    @Pipeline
    @Flow({Parcels.class, Inspect.class})
    interface Examining {}

    /** Makes a row that cannot be encoded. */
    @Step(persist = Persist.NEVER)
    record Spoil(long id) implements MapStep<Parcel, Parcel> {
        @Override
        public Parcel map(Parcel row) {
            return row.id() == id ? row.with(id, "half of a pair: \uD83D") : row;
        }
    }

    /** Leaves a mark when it is closed. */
    @Step(isolated = true, heap = HEAP)
    record Receive(@Resource File closed) implements BatchStep<Parcel, Parcel>, Serializable {
        @Override
        public void process(Batch<Parcel> batch, Output<Parcel> out) {
            batch.forEach(out::add);
        }

        @Override
        public void close() throws IOException {
            Files.createFile(closed.toPath());
        }
    }

    @Pipeline
    @Flow({Parcels.class, Spoil.class, Receive.class})
    interface Spoiling {}

    /** Does something when rows come to it; in the process of the run. */
    @Step
    @BatchSize(16)
    record Watch(@Resource Arrival arrival) implements Sink<Parcel> {
        @Override
        public void write(Batch<Parcel> batch, BatchId id) throws Exception {
            arrival.of(id);
        }
    }

    /** What a sink does. */
    interface Arrival {
        void of(BatchId id) throws Exception;
    }

    @Pipeline
    @Flow({Parcels.class, Handle.class, Watch.class})
    interface Watching {}

    @Step(isolated = true, heap = HEAP, concurrency = 3, onError = OnError.QUARANTINE)
    @BatchSize(8)
    record Crowd(@Resource Trouble trouble) implements BatchStep<Parcel, Parcel>, Serializable {
        @Override
        public void process(Batch<Parcel> batch, Output<Parcel> out) throws Exception {
            trouble.at(batch);
            batch.forEach(out::add);
        }
    }

    @Pipeline
    @Flow({Parcels.class, Crowd.class})
    interface Crowding {}

    /** Makes more of each row than its process can hold. */
    @Step(isolated = true, heap = HEAP)
    record Unpack(int copies, int length) implements FlatMapStep<Parcel, Parcel>, Serializable {
        @Override
        public void flatMap(Parcel row, Output<Parcel> out) {
            for (int copy = 0; copy < copies; copy++) {
                out.add(row.with(copy, Character.toString('a' + copy % 26).repeat(length)));
            }
        }
    }

    @Pipeline
    @Flow({Parcels.class, Unpack.class})
    interface Unpacking {}

    /** Takes no notice of a row that cannot be stored. */
    @Step(isolated = true, heap = HEAP)
    record Careless() implements BatchStep<Parcel, Parcel>, Serializable {
        @Override
        public void process(Batch<Parcel> batch, Output<Parcel> out) {
            batch.forEach(out::add);
            try {
                out.add(batch.get(0).with(-1, "half of a pair: \uD83D"));
            } catch (RuntimeException e) {
                System.err.println("Whatever: " + e);
            }
        }
    }

    @Pipeline
    @Flow({Parcels.class, Careless.class})
    interface Forgetting {}

    @Step(isolated = true, heap = HEAP, persist = Persist.ALWAYS, retries = 1)
    record Stamp(@Resource SingleTrouble trouble) implements MapStep<Parcel, Parcel>, Serializable {
        @Override
        public Parcel map(Parcel row) throws Exception {
            trouble.at(row);
            return row;
        }
    }

    /** What a map step does besides its work. */
    interface SingleTrouble extends Serializable {
        void at(Parcel row) throws Exception;
    }

    @Pipeline
    @Flow({Parcels.class, Stamp.class})
    interface Stamping {}

    /** Notes each batch that it is handed, then each that it has written. */
    @Step(isolated = true, heap = HEAP, retries = 2)
    @BatchSize(16)
    record Ship(@Resource File log, @Resource Trouble trouble) implements Sink<Parcel>, Serializable {
        @Override
        public void write(Batch<Parcel> batch, BatchId id) throws Exception {
            note("begun " + id.batch() + " with " + batch.size());
            trouble.at(batch);
            note("done " + id.batch());
        }

        private void note(String line) throws IOException {
            Files.writeString(log.toPath(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    @Pipeline
    @Flow({Parcels.class, Ship.class})
    interface Shipping {}
}
