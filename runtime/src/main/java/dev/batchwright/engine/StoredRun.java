package dev.batchwright.engine;

import dev.batchwright.memory.TaskMemory;
import dev.batchwright.plan.Stage;
import java.util.List;

/** A stage that begins with the stored shards of a step that cuts its output as it goes: each as soon as it is whole. */
final class StoredRun extends ShardsRun {

    private final CutRun producer;

    StoredRun(RunContext context, Stage stage, CutRun producer) {
        super(context, stage);
        this.producer = producer;
    }

    @Override
    int available() {
        return producer.shardsWhole();
    }

    @Override
    boolean isAllAvailable() {
        return producer.isFinished();
    }

    @Override
    List<Task> release() {
        if (producer.isFinished()) {
            context().shards().set(stage(), producer.shardsWhole());
        }
        return super.release();
    }

    @Override
    Feed openHead(int shard, Start start, Chain chain, TaskMemory memory) {
        throw new IllegalStateException("The head of " + stage() + " is read back, never run");
    }
}
