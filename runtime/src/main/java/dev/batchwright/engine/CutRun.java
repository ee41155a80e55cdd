package dev.batchwright.engine;

import dev.batchwright.memory.TaskMemory;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.PartFooter;
import java.util.List;
import java.util.OptionalLong;

/**
 * A stage whose head makes its rows in one go, so that they are cut into shards as they come. It is one task: if anything of it is
 * missing, it goes on after the last row of the head that is kept or, if the head is not kept, runs from the beginning.
 */
abstract class CutRun extends StageRun {

    private final OptionalLong shardRows;
    private final Runnable shardWhole;
    private volatile int whole;
    private boolean begun;
    private int repeats;
    private boolean finished;

    /**
     * Makes a stage.
     *
     * @param shardRows the rows of a shard, if they are fixed already
     * @param shardWhole is told when a shard has become whole
     */
    CutRun(RunContext context, Stage stage, OptionalLong shardRows, Runnable shardWhole) {
        super(context, stage);
        this.shardRows = shardRows;
        this.shardWhole = shardWhole;
    }

    /** Whether everything that the head reads is there. */
    abstract boolean isReady();

    /**
     * Runs the head; gives the rows that it took.
     *
     * @param start where its rows begin
     * @param memory what the task holds
     */
    abstract long run(CutStart start, CutOutput out, TaskMemory memory) throws Exception;

    /** How many shards are whole so far. */
    final int shardsWhole() {
        return whole;
    }

    @Override
    final List<Task> release() {
        if (begun || !isReady()) {
            return List.of();
        }
        begun = true;
        removeStale();
        int stored = storedShards();
        if (stored > 0) {
            countReused(stored);
            finish(stored);
            return List.of();
        }
        CutStart start = CutStart.of(stage(), context(), shardRows);
        countReused(start.shard());
        whole = start.shard();
        return List.of(new CutTask(start));
    }

    /** What stems from other rows than are there now is made anew. */
    private void removeStale() {
        for (int shard = 0; isBegun(shard); shard++) {
            ShardNeeds.of(stage(), shard, context()).clear(shard, context());
        }
    }

    private boolean isBegun(int shard) {
        return stage().lanes().stream().anyMatch(lane -> ShardNeeds.reached(lane, shard, context()) != null);
    }

    private void countReused(int shards) {
        for (int shard = 0; shard < shards; shard++) {
            ShardNeeds.NOTHING.countReused(stage(), shard, context());
        }
    }

    @Override
    final boolean isFinished() {
        return finished;
    }

    private void finish(int shards) {
        whole = shards;
        context().shards().set(stage(), shards);
        finished = true;
    }

    /** How many shards there are from an earlier run, or 0 if any lane lacks one. */
    private int storedShards() {
        int shards = 0;
        for (Lane lane : stage().lanes()) {
            if (!context().step(lane).leavesTraces()) {
                continue;
            }
            int count = storedShards(lane);
            if (count == 0 || (shards != 0 && shards != count)) {
                return 0;
            }
            shards = count;
        }
        return shards;
    }

    private int storedShards(Lane lane) {
        for (int shard = 0; true; shard++) {
            PartFooter end = ShardNeeds.end(lane, shard, context());
            if (end == null || ShardNeeds.of(stage(), shard, context()).runs(lane)) {
                return 0;
            }
            if (end.lastShard()) {
                return shard + 1;
            }
        }
    }

    private final class CutTask implements Task {

        private CutStart start;
        private int shards;
        private boolean hasBegun;

        CutTask(CutStart start) {
            this.start = start;
            this.shards = start.shard();
        }

        @Override
        public int stage() {
            return CutRun.this.stage().index();
        }

        @Override
        public int shard() {
            return 0;
        }

        @Override
        public String name() {
            return CutRun.this.stage().toString();
        }

        @Override
        public long predictedBytes() {
            return Prediction.of(context(), CutRun.this.stage(), 0);
        }

        @Override
        public void run(Worker worker) throws Exception {
            StepRuntime step = context().step(CutRun.this.stage().head());
            if (hasBegun) { // it has yielded, and what it had made by then is there
                start = CutStart.of(CutRun.this.stage(), context(), shardRows);
                shards = start.shard();
            }
            hasBegun = true;
            worker.open(step);
            try (CutOutput out = new CutOutput(context(), CutRun.this.stage(), start, worker, this::countWhole)) {
                long rowsIn = runHead(out, worker.memory());
                step.metrics().addRows(rowsIn, 0, 0, 1);
            }
            Prediction.learn(context(), worker.memory(), 0);
        }

        private long runHead(CutOutput out, TaskMemory memory) throws Exception {
            try {
                long rowsIn = CutRun.this.run(start, out, memory);
                out.end();
                return rowsIn;
            } catch (RunStopped e) {
                out.endEarly();
                throw e;
            }
        }

        private void countWhole() {
            shards++;
            whole = shards;
            shardWhole.run();
        }

        @Override
        public void done() {
            boolean keepsNothing = CutRun.this.stage().lanes().stream()
                    .noneMatch(lane -> context().step(lane).leavesTraces());
            if (keepsNothing || storedShards() > 0) {
                finish(shards);
            } else if (repeats++ < CutRun.this.stage().lanes().size()) {
                // rows that were made again came out otherwise, so those that stem from them are made anew
                begun = false;
            } else {
                throw new IllegalStateException(CutRun.this.stage() + " does not come to an end");
            }
        }
    }
}
