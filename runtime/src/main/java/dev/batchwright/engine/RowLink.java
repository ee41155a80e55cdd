package dev.batchwright.engine;

import dev.batchwright.cache.InputPosition;

/** A step that is called row by row, or pair by pair. */
abstract class RowLink<I, O> extends Link<I, O> {

    RowLink(StepRuntime step, int shard, Emitter<O> out, Start start) {
        super(step, shard, out, start);
    }

    /** Counts the row of the call that begins now; gives its position in the shard. */
    final long beginRow() {
        out().stop().beforeCall();
        callBegins(rowsIn());
        long position = countIn();
        return position;
    }

    @Override
    final InputPosition position() {
        return new InputPosition(rowsIn(), 0, restartsBefore());
    }

    @Override
    void flush() {}
}
