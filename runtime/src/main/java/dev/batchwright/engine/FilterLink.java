package dev.batchwright.engine;

import dev.batchwright.FilterStep;

/** A filter step that is called row by row. */
final class FilterLink<I> extends Link<I, I> {

    private final FilterStep<I> filter;

    FilterLink(StepRuntime step, FilterStep<I> filter, int shard, Emitter<I> out) {
        super(step, shard, out);
        this.filter = filter;
    }

    @Override
    public void accept(I row) {
        long position = countIn();
        boolean kept;
        try {
            long began = timer().begin();
            kept = filter.keep(row);
            timer().end(began);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
        if (kept) {
            out().add(row);
        } else {
            countFiltered(1);
        }
        out().boundary(position + 1);
    }

    @Override
    void flush() {}
}
