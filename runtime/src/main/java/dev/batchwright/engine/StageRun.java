package dev.batchwright.engine;

import dev.batchwright.plan.Stage;
import java.util.List;

/**
 * A stage during a run: gives out its tasks as soon as what they need is there. All methods are called under the scheduler's lock.
 */
abstract class StageRun {

    private final RunContext context;
    private final Stage stage;

    StageRun(RunContext context, Stage stage) {
        this.context = context;
        this.stage = stage;
    }

    final RunContext context() {
        return context;
    }

    final Stage stage() {
        return stage;
    }

    /** Gives out the tasks that have become possible since the last call. */
    abstract List<Task> release();

    /** Whether all shards are whole. */
    abstract boolean isFinished();
}
