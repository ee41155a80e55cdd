package dev.batchwright.engine;

import dev.batchwright.cache.InputPosition;
import dev.batchwright.memory.TaskMemory;

/** A step that is called row by row, or pair by pair. */
abstract class RowLink<I, O> extends Link<I, O> {

    private final TaskMemory task;

    RowLink(StepRuntime step, int shard, Emitter<O> out, Start start, TaskMemory task) {
        super(step, shard, out, start);
        this.task = task;
    }

    /** The heap was exhausted: has everything given back that can be, so that the row can be tried once more. */
    final void relieve() {
        task.relieve(step().name());
        step().metrics().countRetry();
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
