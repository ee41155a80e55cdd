package dev.batchwright.engine;

import dev.batchwright.FlatMapStep;
import dev.batchwright.memory.TaskMemory;

/** A flat-map step that is called row by row. */
final class FlatMapLink<I, O> extends RowLink<I, O> {

    private final FlatMapStep<I, O> flatMap;

    FlatMapLink(StepRuntime step, FlatMapStep<I, O> flatMap, int shard, Emitter<O> out, Start start, TaskMemory task) {
        super(step, shard, out, start, task);
        this.flatMap = flatMap;
    }

    @Override
    public void accept(I row) {
        long position = beginRow();
        boolean before = out().stop().handOn(out().keepsRows());
        long made = out().rows();
        try {
            call(row);
            out().callEnds();
        } catch (OutOfMemoryError e) {
            again(row, position, e, out().rows() > made);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        } finally {
            out().stop().handedOn(before);
        }
    }

    private void call(I row) throws Exception {
        long began = timer().begin();
        flatMap.flatMap(row, out());
        timer().end(began);
    }

    /** Rows that have gone on cannot be taken back. */
    private void again(I row, long position, OutOfMemoryError failure, boolean rowsWentOn) {
        if (rowsWentOn) {
            throw failed(failure, position, position + 1);
        }
        relieve();
        try {
            call(row);
            out().callEnds();
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
    }
}
