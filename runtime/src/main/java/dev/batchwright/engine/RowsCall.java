package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.Output;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.PendingBatch;
import dev.batchwright.generated.StepKind;
import dev.batchwright.isolation.BatchCall;
import java.util.List;

/**
 * The call of a step with a batch of rows.
 *
 * @param batch the rows
 * @param number the batch within its shard
 */
record RowsCall<I, O>(BatchManager<I, O> manager, BatchCall<I, O> step, Batch<I> batch, long number)
        implements OrderedCalls.Call<O> {

    @Override
    public int rows() {
        return batch.size();
    }

    @Override
    public long bytes() {
        return batch.bytes();
    }

    @Override
    @SuppressWarnings("ConstantValue") // user code may hand over null against the contract
    public void run(Output<O> out) throws Exception {
        if (manager.settings().badRows() == null) {
            step.call(batch, number, out);
            return;
        }
        step.call(batch, number, row -> {
            if (row == null) {
                throw new NullPointerException("Step " + manager.name() + " made a null instead of a row");
            }
            out.add(row);
        });
    }

    /** The rows of a sink's batch stay together: its id stands for just these. */
    @Override
    public List<OrderedCalls.Call<O>> halves() {
        if (batch.size() == 1 || manager.settings().kind() == StepKind.SINK) {
            return List.of();
        }
        return halves(manager, batch).stream()
                .<OrderedCalls.Call<O>>map(half -> new RowsCall<>(manager, step, half, number))
                .toList();
    }

    /** The rows of a batch as two batches. */
    static <I> List<Batch<I>> halves(BatchManager<I, ?> manager, Batch<I> batch) {
        int middle = batch.size() / 2;
        return List.of(piece(manager, batch, 0, middle), piece(manager, batch, middle, batch.size()));
    }

    private static <I> Batch<I> piece(BatchManager<I, ?> manager, Batch<I> batch, int from, int to) {
        PendingBatch<I> piece = manager.newBatch(to - from, Long.MAX_VALUE);
        for (I row : batch.subList(from, to)) {
            piece.add(row, piece.sizeOf(row));
        }
        return piece.take();
    }
}
