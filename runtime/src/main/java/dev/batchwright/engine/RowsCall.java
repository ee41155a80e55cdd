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
        int middle = batch.size() / 2;
        return middle == 0 || manager.settings().kind() == StepKind.SINK
                ? List.of()
                : List.of(piece(0, middle), piece(middle, batch.size()));
    }

    private OrderedCalls.Call<O> piece(int from, int to) {
        PendingBatch<I> piece = manager.newBatch();
        for (I row : batch.subList(from, to)) {
            piece.add(row, piece.sizeOf(row));
        }
        return new RowsCall<>(manager, step, piece.take(), number);
    }
}
