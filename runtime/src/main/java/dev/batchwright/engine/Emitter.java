package dev.batchwright.engine;

import dev.batchwright.CacheException;
import dev.batchwright.InvalidRowException;
import dev.batchwright.Output;
import dev.batchwright.StepFailedException;
import dev.batchwright.cache.RowStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands the rows that a step makes in a task to its shard and to the steps after it. Used by one thread. */
final class Emitter<O> implements Output<O> {

    private final StepRuntime step;
    private final int shard;
    private final @Nullable RowStore<O> writer;
    private final @Nullable SinkEnd sinkEnd;
    private final List<Receiver<O>> consumers = new ArrayList<>();
    private @Nullable Receiver<O> single;
    private long rows;
    private boolean timing;
    private long nanosDownstream;

    Emitter(StepRuntime step, int shard, @Nullable RowStore<O> writer, @Nullable SinkEnd sinkEnd) {
        this.step = step;
        this.shard = shard;
        this.writer = writer;
        this.sinkEnd = sinkEnd;
    }

    void addConsumer(Receiver<O> consumer) {
        consumers.add(consumer);
        single = consumers.size() == 1 && writer == null ? consumer : null;
    }

    @Override
    @SuppressWarnings("ConstantValue") // user code may hand over null against the contract
    public void add(O row) {
        if (row == null) {
            throw new ChainFailure(new StepFailedException(
                    "Step " + step.name() + " made a null in shard " + shard
                            + " instead of a row. Make a row, or make none with a FilterStep or FlatMapStep.",
                    null));
        }
        rows++;
        if (timing) {
            long began = System.nanoTime();
            forward(row);
            nanosDownstream += System.nanoTime() - began;
        } else {
            forward(row);
        }
    }

    private void forward(O row) {
        Receiver<O> only = single;
        if (only != null) {
            only.accept(row);
            return;
        }
        if (writer != null) {
            store(writer, row);
        }
        for (int i = 0; i < consumers.size(); i++) {
            consumers.get(i).accept(row);
        }
    }

    private void store(RowStore<O> rowStore, O row) {
        try {
            rowStore.add(row);
        } catch (RuntimeException e) {
            throw cannotStore(e);
        }
    }

    private ChainFailure cannotStore(RuntimeException e) {
        if (e instanceof CacheException failure) {
            return new ChainFailure(failure); // not the step's fault, and its message says what to do
        }
        String what = e instanceof InvalidRowException
                ? "Step " + step.name() + " made a row that cannot be stored: "
                : "The rows of step " + step.name() + " cannot be written to shard " + shard + ": ";
        return new ChainFailure(new StepFailedException(what + e.getMessage(), e));
    }

    /** Says that all rows so far stem from the input rows before a position. */
    void boundary(long inputRow) {
        if (writer != null) {
            try {
                writer.boundary(inputRow);
            } catch (RuntimeException e) {
                throw cannotStore(e);
            }
        }
    }

    /** Commits the shard, then lets the steps after this one end: upstream first. */
    void finish(long inputRow, boolean lastShard) {
        if (writer != null) {
            try {
                writer.finish(inputRow, lastShard);
            } catch (RuntimeException e) {
                throw cannotStore(e);
            }
        }
        if (sinkEnd != null) {
            sinkEnd.mark(inputRow, lastShard);
        }
        for (Receiver<O> consumer : consumers) {
            consumer.finish(lastShard);
        }
    }

    /** How many rows were made. */
    long rows() {
        return rows;
    }

    void startTiming() {
        timing = true;
        nanosDownstream = 0;
    }

    /** The nanoseconds since {@link #startTiming} that were not spent in the step itself. */
    long stopTiming() {
        timing = false;
        return nanosDownstream;
    }
}
