package dev.batchwright.engine;

import dev.batchwright.MapStep;

/** A map step that is called row by row. */
final class MapLink<I, O> extends RowLink<I, O> {

    private final MapStep<I, O> map;

    MapLink(StepRuntime step, MapStep<I, O> map, int shard, Emitter<O> out, Start start) {
        super(step, shard, out, start);
        this.map = map;
    }

    @Override
    public void accept(I row) {
        long position = beginRow();
        O made;
        try {
            long began = timer().begin();
            made = map.map(row);
            timer().end(began);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
        out().callEnds();
        out().add(made);
    }
}
