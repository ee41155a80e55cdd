package dev.batchwright.engine;

import dev.batchwright.cache.InputPosition;
import dev.batchwright.memory.Grouping;
import dev.batchwright.memory.TaskMemory;
import dev.batchwright.plan.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage that begins with a keyed or co-group step. When all rows are there they are spread by key, shard by shard of the input;
 * then each shard of keys is a task.
 */
final class GroupsRun extends ShardsRun {

    private final InputStages inputs;
    private final int shards;
    private final List<GroupSide> sides;
    private boolean begun;
    private int spreading;

    GroupsRun(RunContext context, Stage stage, InputStages inputs, int shards) {
        super(context, stage);
        this.inputs = inputs;
        this.shards = shards;
        this.sides = GroupSide.of(context, context.step(stage.head()), shards);
        context.shards().set(stage, shards);
    }

    @Override
    List<Task> release() {
        if (!inputs.areFinished()) {
            return List.of();
        }
        if (begun) {
            return releaseShards();
        }
        begun = true;
        List<Task> tasks = new ArrayList<>();
        if (headHasToRun()) {
            for (GroupSide side : sides) {
                side.inputShards().forEach(shard -> tasks.add(new SpreadTask(side, shard, tasks.size())));
            }
        }
        spreading = tasks.size();
        return tasks.isEmpty() ? releaseShards() : tasks;
    }

    private List<Task> releaseShards() {
        List<Task> tasks = super.release();
        if (isFinished()) {
            sides.forEach(GroupSide::close); // shards that were there already have not taken their rows
        }
        return tasks;
    }

    private boolean headHasToRun() {
        for (int shard = 0; shard < shards; shard++) {
            if (ShardNeeds.of(stage(), shard, context()).runs(stage().head())) {
                return true;
            }
        }
        return false;
    }

    @Override
    int available() {
        return begun && spreading == 0 ? shards : 0;
    }

    @Override
    boolean isAllAvailable() {
        return begun && spreading == 0;
    }

    /** The rows of a shard of keys are given up as they are taken. */
    @Override
    boolean canOpenHeadAgain() {
        return false;
    }

    @Override
    Feed openHead(int shard, Start start, Chain chain, TaskMemory memory) {
        StepRuntime step = context().step(stage().head());
        int stepShard = ShardNumbers.shard(stage().head(), shard);
        Emitter<Object> entry = chain.entry(stage().head());
        entry.progressIs(() -> InputPosition.at(start.inputRow())); // the task may end before a group has come
        List<Grouping.Groups<Object, Object>> groups = GroupSide.open(sides, shard, memory::waiting);
        return sides.size() == 1
                ? new KeyedFeed(step, stepShard, groups.get(0), chain, entry, start)
                : new CoGroupFeed(step, stepShard, groups.get(0), groups.get(1), chain, entry, start);
    }

    private final class SpreadTask implements Task {

        private final GroupSide side;
        private final GroupSide.InputShard input;
        private final int place;

        SpreadTask(GroupSide side, GroupSide.InputShard input, int place) {
            this.side = side;
            this.input = input;
            this.place = place;
        }

        @Override
        public int stage() {
            return GroupsRun.this.stage().index();
        }

        @Override
        public int shard() {
            return place;
        }

        @Override
        public String name() {
            return "the grouping of rows for " + GroupsRun.this.stage();
        }

        @Override
        public long predictedBytes() {
            return Prediction.reading(context());
        }

        @Override
        public void run(Worker worker) {
            worker.open(context().step(GroupsRun.this.stage().head()));
            side.spread(input);
        }

        @Override
        public void done() {
            spreading--;
        }
    }
}
