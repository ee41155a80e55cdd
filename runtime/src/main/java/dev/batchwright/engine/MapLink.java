package dev.batchwright.engine;

import dev.batchwright.MapStep;

/** A map step that is called row by row. */
final class MapLink<I, O> extends Link<I, O> {

    private final MapStep<I, O> map;

    MapLink(StepRuntime step, MapStep<I, O> map, int shard, Emitter<O> out) {
        super(step, shard, out);
        this.map = map;
    }

    @Override
    public void accept(I row) {
        long position = countIn();
        O made;
        try {
            long began = timer().begin();
            made = map.map(row);
            timer().end(began);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
        out().add(made);
        out().boundary(position + 1);
    }

    @Override
    void flush() {}
}
