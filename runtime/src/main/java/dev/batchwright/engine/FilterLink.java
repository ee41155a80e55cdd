package dev.batchwright.engine;

import dev.batchwright.FilterStep;
import dev.batchwright.memory.TaskMemory;

/** A filter step that is called row by row. */
final class FilterLink<I> extends RowLink<I, I> {

    private final FilterStep<I> filter;

    FilterLink(StepRuntime step, FilterStep<I> filter, int shard, Emitter<I> out, Start start, TaskMemory task) {
        super(step, shard, out, start, task);
        this.filter = filter;
    }

    @Override
    public void accept(I row) {
        long position = beginRow();
        boolean kept;
        try {
            long began = timer().begin();
            kept = filter.keep(row);
            timer().end(began);
        } catch (OutOfMemoryError e) {
            kept = again(row, position);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
        out().callEnds();
        if (kept) {
            out().add(row);
        } else {
            countFiltered(1);
        }
    }

    private boolean again(I row, long position) {
        relieve();
        try {
            return filter.keep(row);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
    }
}
