package dev.batchwright.generated;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.Dataset;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.GlobalStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.MapStep;
import dev.batchwright.PipelineStep;
import dev.batchwright.Sink;
import dev.batchwright.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Runs one step over rows in memory, without an engine. */
final class StandaloneRun<I, O> {

    private final BatchManager<I, O> manager;
    private final List<O> made = new ArrayList<>();
    private long batches;

    StandaloneRun(BatchManager<I, O> manager) {
        this.manager = manager;
    }

    List<O> process(List<I> rows) throws Exception {
        PipelineStep step = manager.step();
        step.open(new StepContext(manager.name(), 0, ""));
        try {
            call(step, rows);
        } finally {
            step.close();
        }
        return List.copyOf(made);
    }

    @SuppressWarnings("unchecked") // the generated manager fixes the types of the step
    private void call(PipelineStep step, List<I> rows) throws Exception {
        switch (manager.settings().kind()) {
            case MAP -> {
                for (I row : rows) {
                    made.add(((MapStep<I, O>) step).map(row));
                }
            }
            case FILTER -> {
                for (I row : rows) {
                    if (((FilterStep<I>) step).keep(row)) {
                        made.add((O) row);
                    }
                }
            }
            case FLAT_MAP -> {
                for (I row : rows) {
                    ((FlatMapStep<I, O>) step).flatMap(row, made::add);
                }
            }
            case BATCH, ALIGNED_BATCH, SINK -> callInBatches(step, rows);
            case KEYED -> callByKey((KeyedStep<Object, I, O>) step, rows);
            case GLOBAL -> ((GlobalStep<I, O>) step).process(Dataset.of(rows), made::add);
            default ->
                throw new IllegalStateException(
                        "Step " + manager.name() + " does not take one input; call its methods directly");
        }
    }

    private void callInBatches(PipelineStep step, List<I> rows) throws Exception {
        PendingBatch<I> pending = manager.newBatch();
        for (I row : rows) {
            long bytes = pending.sizeOf(row);
            if (!pending.fits(bytes)) {
                callBatch(step, pending.take());
            }
            pending.add(row, bytes);
            if (pending.isFull()) {
                callBatch(step, pending.take());
            }
        }
        if (!pending.isEmpty()) {
            callBatch(step, pending.take());
        }
    }

    @SuppressWarnings("unchecked") // the generated manager fixes the types of the step
    private void callBatch(PipelineStep step, Batch<I> batch) throws Exception {
        if (step instanceof BatchStep) {
            ((BatchStep<I, O>) step).process(batch, made::add);
        } else if (step instanceof AlignedBatchStep) {
            List<O> rows = ((AlignedBatchStep<I, O>) step).process(batch);
            if (rows.size() != batch.size()) {
                throw new IllegalStateException("Step " + manager.name() + " made " + rows.size() + " rows of "
                        + batch.size() + "; an AlignedBatchStep makes exactly one of each");
            }
            made.addAll(rows);
        } else {
            ((Sink<I>) step).write(batch, new BatchId(manager.name(), 0, batches));
        }
        batches++;
    }

    @SuppressWarnings("unchecked") // the generated order fits the generated key
    private void callByKey(KeyedStep<Object, I, O> step, List<I> rows) throws Exception {
        KeyOrder<Object> order = (KeyOrder<Object>) Objects.requireNonNull(manager.keyOrder());
        TreeMap<Object, List<I>> groups = new TreeMap<>(order);
        for (I row : rows) {
            groups.computeIfAbsent(step.key(row), key -> new ArrayList<>()).add(row);
        }
        for (var group : groups.entrySet()) {
            step.process(group.getKey(), Dataset.of(group.getValue()), made::add);
        }
    }
}
