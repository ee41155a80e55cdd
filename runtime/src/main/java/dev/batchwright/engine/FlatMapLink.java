package dev.batchwright.engine;

import dev.batchwright.FlatMapStep;

/** A flat-map step that is called row by row. */
final class FlatMapLink<I, O> extends Link<I, O> {

    private final FlatMapStep<I, O> flatMap;

    FlatMapLink(StepRuntime step, FlatMapStep<I, O> flatMap, int shard, Emitter<O> out) {
        super(step, shard, out);
        this.flatMap = flatMap;
    }

    @Override
    public void accept(I row) {
        long position = countIn();
        try {
            long began = timer().begin();
            flatMap.flatMap(row, out());
            timer().end(began);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
        out().boundary(position + 1);
    }

    @Override
    void flush() {}
}
