package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import dev.batchwright.InvalidRowException;
import dev.batchwright.Output;
import dev.batchwright.StepFailedException;
import dev.batchwright.cache.InputPosition;
import dev.batchwright.cache.RowStore;
import dev.batchwright.observe.AllocationMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands the rows that a step makes in a task to its shard and to the steps after it. Used by one thread. */
final class Emitter<O> implements Output<O> {

    private final StepRuntime step;
    private final int shard;
    private final TaskStop stop;
    private final @Nullable RowStore<O> writer;
    private final List<Receiver<O>> consumers = new ArrayList<>();
    private @Nullable Receiver<O> single;
    private Supplier<InputPosition> progress = () -> InputPosition.at(rows());
    private long rows;
    private @Nullable Throwable broken;
    private boolean withinCall;
    private boolean unstored;
    private boolean timing;
    private long nanosDownstream;
    private long allocatedDownstream;

    /**
     * Makes an emitter.
     *
     * @param stop says when the run is to end
     * @param writer keeps the rows; null if they are not kept
     * @param firstRow how many rows of the shard an earlier run has made
     */
    Emitter(StepRuntime step, int shard, TaskStop stop, @Nullable RowStore<O> writer, long firstRow) {
        this.step = step;
        this.shard = shard;
        this.stop = stop;
        this.writer = writer;
        this.rows = firstRow;
    }

    /** Says who knows how far the step has come. Where nobody does, each of its rows stems from one row. */
    void progressIs(Supplier<InputPosition> known) {
        progress = known;
    }

    void addConsumer(Receiver<O> consumer) {
        consumers.add(consumer);
        single = consumers.size() == 1 && writer == null ? consumer : null;
    }

    @Override
    @SuppressWarnings("ConstantValue") // user code may hand over null against the contract
    public void add(O row) {
        Failures.rethrow(broken); // a step that caught it, and went on, would leave rows out
        if (row == null) {
            throw new ChainFailure(new StepFailedException(
                    "Step " + step.name() + " made a null in shard " + shard
                            + " instead of a row. Make a row, or make none with a FilterStep or FlatMapStep.",
                    null));
        }
        rows++;
        if (timing) {
            long began = System.nanoTime();
            long allocated = AllocationMeter.bytes();
            forward(row);
            allocatedDownstream += AllocationMeter.bytes() - allocated;
            nanosDownstream += System.nanoTime() - began;
        } else {
            forward(row);
        }
    }

    private void forward(O row) {
        try {
            handOn(row);
        } catch (Throwable e) {
            broken = e;
            throw e;
        }
    }

    private void handOn(O row) {
        Receiver<O> only = single;
        if (only != null) {
            only.accept(row);
            return;
        }
        if (writer != null) {
            unstored = true; // for good where it ends the task, as it does when there is no memory for the row
            store(row, writer);
            unstored = false;
        }
        for (int i = 0; i < consumers.size(); i++) {
            consumers.get(i).accept(row);
        }
    }

    private void store(O row, RowStore<O> store) {
        try {
            store.add(row);
        } catch (RuntimeException e) {
            throw cannotStore(e);
        }
    }

    private RuntimeException cannotStore(RuntimeException e) {
        if (e instanceof RunStopped stopped) {
            return stopped;
        }
        boolean isInvalid = e instanceof InvalidRowException;
        if (e instanceof BatchwrightException failure && !isInvalid) {
            return new ChainFailure(failure); // not the step's fault, and its message says what to do
        }
        String what = isInvalid
                ? "Step " + step.name() + " made a row that cannot be stored: "
                : "The rows of step " + step.name() + " cannot be written to shard " + shard + ": ";
        return new ChainFailure(new StepFailedException(what + e.getMessage(), e));
    }

    /** Says that a call of the step begins. Until it ends, the rows made are not whole. */
    void callBegins() {
        withinCall = true;
    }

    /** Says that what the call made is whole, or will be with the next row. */
    void callEnds() {
        Failures.rethrow(broken);
        withinCall = false;
    }

    /** Whether the rows made so far are those of whole calls, and all of them are kept where any are. */
    boolean isWhole() {
        return !withinCall && !unstored;
    }

    /** What was thrown when a row was handed on, if anything was: whatever the step then throws, or does not, comes of it. */
    @Nullable
    Throwable broken() {
        return broken;
    }

    /** Whether the rows are kept. */
    boolean keepsRows() {
        return writer != null;
    }

    /** Says when the run is to end. */
    TaskStop stop() {
        return stop;
    }

    /** Hands on a row that was read back. */
    void replay(O row) {
        for (int i = 0; i < consumers.size(); i++) {
            consumers.get(i).accept(row);
        }
    }

    /** How far the step has come. */
    InputPosition position() {
        return progress.get();
    }

    /** Closes the open part, if the rows are kept. */
    void endPart() {
        keep(store -> store.endPart(position()));
    }

    /** Makes the part visible that was closed. */
    void commitPart() {
        keep(RowStore::commit);
        checkQuarantine();
    }

    /** Commits the shard, then lets the steps after this one end: upstream first. */
    void finish(boolean lastShard) {
        Failures.rethrow(broken);
        if (!stop.mayCommit()) {
            throw new RunStopped(); // nobody may be waiting for this thread any more, nor hold the cache for it
        }
        keep(store -> store.finish(position(), lastShard));
        checkQuarantine();
        finishStored(lastShard);
    }

    /** When bad rows have been committed, so that whoever looks for the reason finds them. */
    private void checkQuarantine() {
        Quarantine quarantine = step.quarantine();
        if (quarantine != null) {
            try {
                quarantine.check();
            } catch (StepFailedException e) {
                throw new ChainFailure(e);
            }
        }
    }

    /** Lets the steps after this one end, where the rows of this one were there already. */
    void finishStored(boolean lastShard) {
        for (Receiver<O> consumer : consumers) {
            consumer.finish(lastShard);
        }
    }

    private void keep(Consumer<RowStore<O>> action) {
        if (writer != null) {
            try {
                action.accept(writer);
            } catch (RuntimeException e) {
                throw cannotStore(e);
            }
        }
    }

    /** How many rows were made. */
    long rows() {
        return rows;
    }

    void startTiming() {
        timing = true;
        nanosDownstream = 0;
        allocatedDownstream = 0;
    }

    /** The bytes since {@link #startTiming} that were not allocated by the step itself. */
    long allocatedDownstream() {
        return allocatedDownstream;
    }

    /** The nanoseconds since {@link #startTiming} that were not spent in the step itself. */
    long stopTiming() {
        timing = false;
        return nanosDownstream;
    }
}
