package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.PendingBatch;

/** A step that is handed batches: the step's batch manager gathers them, then they are processed. */
abstract class BatchLink<I, O> extends Link<I, O> {

    private final PendingBatch<I> pending;
    private long batches;
    private long taken;

    BatchLink(StepRuntime step, BatchManager<I, O> manager, int shard, Emitter<O> out) {
        super(step, shard, out);
        this.pending = manager.newBatch();
    }

    @Override
    public final void accept(I row) {
        countIn();
        long bytes = pending.sizeOf(row);
        if (!pending.fits(bytes)) {
            take();
        }
        pending.add(row, bytes);
        if (pending.isFull()) {
            take();
        }
    }

    @Override
    void flush() {
        if (!pending.isEmpty()) {
            take();
        }
    }

    private void take() {
        Batch<I> batch = pending.take();
        long from = taken;
        taken += batch.size();
        process(batch, batches++, from);
        report();
    }

    /**
     * Processes a batch.
     *
     * @param batch the rows
     * @param number the batch within the shard
     * @param from the position of its first row in the shard of the step's input
     */
    abstract void process(Batch<I> batch, long number, long from);
}
