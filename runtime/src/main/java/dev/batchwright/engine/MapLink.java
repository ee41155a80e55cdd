package dev.batchwright.engine;

import dev.batchwright.MapStep;
import dev.batchwright.memory.TaskMemory;

/** A map step that is called row by row. */
final class MapLink<I, O> extends RowLink<I, O> {

    private final MapStep<I, O> map;

    MapLink(StepRuntime step, MapStep<I, O> map, int shard, Emitter<O> out, Start start, TaskMemory task) {
        super(step, shard, out, start, task);
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
        } catch (OutOfMemoryError e) {
            made = again(row, position);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
        out().callEnds();
        out().add(made);
    }

    private O again(I row, long position) {
        relieve();
        try {
            return map.map(row);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
    }
}
