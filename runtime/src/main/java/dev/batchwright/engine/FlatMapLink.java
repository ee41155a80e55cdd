package dev.batchwright.engine;

import dev.batchwright.FlatMapStep;

/** A flat-map step that is called row by row. */
final class FlatMapLink<I, O> extends RowLink<I, O> {

    private final FlatMapStep<I, O> flatMap;

    FlatMapLink(StepRuntime step, FlatMapStep<I, O> flatMap, int shard, Emitter<O> out, Start start) {
        super(step, shard, out, start);
        this.flatMap = flatMap;
    }

    @Override
    public void accept(I row) {
        long position = beginRow();
        boolean before = out().stop().handOn(out().keepsRows());
        try {
            long began = timer().begin();
            flatMap.flatMap(row, out());
            timer().end(began);
            out().callEnds();
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        } finally {
            out().stop().handedOn(before);
        }
    }
}
