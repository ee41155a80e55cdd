package dev.batchwright.engine;

import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import java.util.ArrayList;
import java.util.List;

/** A stage of which each shard is a task of its own. */
abstract class ShardsRun extends StageRun {

    private int examined;
    private int running;

    ShardsRun(RunContext context, Stage stage) {
        super(context, stage);
    }

    /** How many shards may be worked on so far. */
    abstract int available();

    /** Whether {@link #available} is all there will be. */
    abstract boolean isAllAvailable();

    /** Opens what the head of the stage gives to a shard, from where it begins. Asked only where the head has to run. */
    abstract Feed openHead(int shard, Start start, Chain chain) throws Exception;

    private void feed(int shard, ShardNeeds needs, Chain chain) throws Exception {
        try (Feeds feeds = Feeds.ofStored(context(), stage().lanes(), shard, needs, chain)) {
            Lane head = stage().head();
            if (needs.runs(head)) {
                feeds.addHead(head, openHead(shard, needs.start(head), chain));
            }
            feeds.drain(context().stop());
        }
    }

    @Override
    List<Task> release() {
        List<Task> tasks = new ArrayList<>();
        while (examined < available()) {
            int shard = examined++;
            ShardNeeds needs = ShardNeeds.of(stage(), shard, context());
            needs.countReused(stage(), shard, context());
            if (!needs.isNothing()) {
                running++;
                tasks.add(new ShardTask(shard, needs));
            }
        }
        return tasks;
    }

    @Override
    boolean isFinished() {
        return isAllAvailable() && examined == available() && running == 0;
    }

    private final class ShardTask implements Task {

        private final int shard;
        private final ShardNeeds needs;

        ShardTask(int shard, ShardNeeds needs) {
            this.shard = shard;
            this.needs = needs;
        }

        @Override
        public int stage() {
            return ShardsRun.this.stage().index();
        }

        @Override
        public int shard() {
            return shard;
        }

        @Override
        public void run(Worker worker) throws Exception {
            try (Chain chain = ChainBuilder.build(context(), ShardsRun.this.stage(), shard, needs, worker)) {
                feed(shard, needs, chain);
            }
        }

        @Override
        public void done() {
            running--;
        }
    }
}
