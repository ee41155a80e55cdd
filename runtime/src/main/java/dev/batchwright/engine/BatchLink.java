package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.cache.InputPosition;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.PendingBatch;
import dev.batchwright.memory.StepMemory;
import dev.batchwright.shard.PartFooter.Restart;
import java.util.List;

/** A step that is handed batches: the step's batch manager gathers them, then they are processed. */
abstract class BatchLink<I, O> extends Link<I, O> {

    /** No number of rows that a step may be given: the batch after this one is as large as any. */
    private static final int OF_EARLIER_BATCH = 0;

    private final BatchManager<I, O> manager;
    private final StepMemory memory;
    private PendingBatch<I> pending;
    private int mostRows;
    private long batches;
    private long taken;
    private List<Restart> restartsOfPending = List.of();
    private List<Restart> restartsOfCall;

    BatchLink(StepRuntime step, BatchManager<I, O> manager, int shard, Emitter<O> out, Start start, StepMemory memory) {
        super(step, shard, out, start);
        this.manager = manager;
        this.memory = memory;
        this.pending = newBatch();
        this.batches = start.batches();
        this.taken = start.inputRow();
        this.restartsOfCall = start.restarts();
    }

    private PendingBatch<I> newBatch() {
        mostRows = step().memory().batchRows();
        return manager.newBatch(mostRows, step().memory().batchBytes());
    }

    @Override
    public void accept(I row) {
        countIn();
        gather(row);
    }

    /** Adds a row that has been counted to the batch. */
    final void gather(I row) {
        long bytes = pending.sizeOf(row);
        if (!pending.fits(bytes)) {
            take();
        }
        if (pending.isEmpty()) {
            restartsOfPending = restartsBefore();
        }
        memory.holdRow(bytes, shard(), taken + pending.size());
        pending.add(row, bytes);
        if (pending.isFull()) {
            take();
        }
    }

    @Override
    void flush() {
        takeWhatThereIs();
    }

    /**
     * Gathers a batch that there was before and that has its id, although batches may be smaller by now. Called when nothing is gathered.
     *
     * @param rows how many rows it has
     */
    final void gatherTogether(int rows) {
        pending = manager.newBatch(rows, Long.MAX_VALUE);
        mostRows = OF_EARLIER_BATCH;
    }

    /** Processes the rows that were gathered, if there are any, as a batch. */
    final void takeWhatThereIs() {
        if (!pending.isEmpty()) {
            take();
        }
    }

    /** Goes on behind rows that were dealt with otherwise. Called when nothing is gathered. */
    final void skipTo(long position, long batch) {
        taken = position;
        batches = batch;
    }

    /** How many batches there have been in the shard. */
    final long batches() {
        return batches;
    }

    private void take() {
        out().stop().beforeCall();
        Batch<I> batch = pending.take();
        if (mostRows != step().memory().batchRows()) {
            pending = newBatch(); // the heap was exhausted by a larger one
        }
        long from = taken;
        taken += batch.size();
        process(batch, new Taken(from, batches++, restartsOfPending));
        report();
    }

    /**
     * A batch that was taken.
     *
     * @param from the position of its first row in the shard of the step's input
     * @param number the batch within the shard
     * @param restarts where the links before this one would have to begin again to make its first row
     */
    record Taken(long from, long number, List<Restart> restarts) {}

    /** Processes a batch, now or later; {@link #done} follows. */
    abstract void process(Batch<I> batch, Taken taken);

    /** Says that nobody holds a batch any more. */
    final void done(Batch<I> batch) {
        memory.give(batch.bytes());
    }

    final StepMemory memory() {
        return memory;
    }

    /** Says that the rows of a batch are handed on from now on. */
    final void handsOn(Taken batch) {
        restartsOfCall = batch.restarts();
        callBegins(batch.from());
    }

    @Override
    final List<Restart> restartsBeforeCall() {
        return restartsOfCall;
    }

    @Override
    InputPosition position() {
        return new InputPosition(taken, batches, pending.isEmpty() ? restartsBefore() : restartsOfPending);
    }
}
