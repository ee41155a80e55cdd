package dev.batchwright.engine;

import dev.batchwright.FilterStep;

/** A filter step that is called row by row. */
final class FilterLink<I> extends RowLink<I, I> {

    private final FilterStep<I> filter;

    FilterLink(StepRuntime step, FilterStep<I> filter, int shard, Emitter<I> out, Start start) {
        super(step, shard, out, start);
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
}
