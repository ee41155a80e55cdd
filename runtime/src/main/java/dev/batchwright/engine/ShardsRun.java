package dev.batchwright.engine;

import dev.batchwright.memory.StepMemory;
import dev.batchwright.memory.TaskMemory;
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
    abstract Feed openHead(int shard, Start start, Chain chain, TaskMemory memory) throws Exception;

    /** The size of a shard's input, in bytes or rows as its source counts it; 0 if it is not known. */
    long inputSize(int shard) {
        return 0;
    }

    /** Whether what the head gives to a shard can be had more than once in a run. */
    boolean canOpenHeadAgain() {
        return true;
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
                tasks.add(new ShardTask(shard));
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
        private boolean headOpened;

        ShardTask(int shard) {
            this.shard = shard;
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
        public String name() {
            return "shard " + shard + " of " + ShardsRun.this.stage();
        }

        @Override
        public long predictedBytes() {
            return Prediction.of(context(), ShardsRun.this.stage(), inputSize(shard));
        }

        /** Runs what is missing until nothing is: rows that had to be made again may be other ones, and others stem from them. */
        @Override
        public void run(Worker worker) throws Exception {
            Stage stage = ShardsRun.this.stage();
            mendAll(stage, worker);
            ShardNeeds needs = ShardNeeds.of(stage, shard, context());
            for (int round = 0; !needs.isNothing(); round++) {
                if (round > stage.lanes().size()) {
                    throw new IllegalStateException("Shard " + shard + " of " + stage + " does not come to an end");
                }
                needs.clear(shard, context());
                try (Chain chain = ChainBuilder.build(context(), stage, shard, needs, worker)) {
                    feed(needs, chain, worker.memory());
                }
                needs = ShardNeeds.of(stage, shard, context());
            }
            Prediction.learn(context(), worker.memory(), inputSize(shard));
        }

        /** Makes parts that are missing between others, as long as each comes out so that the next one follows from it. */
        private void mendAll(Stage stage, Worker worker) throws Exception {
            Mend mend = Mend.find(stage, shard, context());
            while (mend != null && (canOpenHeadAgain() || !mend.needs().runs(stage.head()))) {
                boolean inPlace;
                try (Chain chain = ChainBuilder.build(context(), stage, shard, mend, worker)) {
                    inPlace = makes(mend, chain, worker.memory());
                }
                worker.memory().giveAll(); // it has ended in the middle of its rows
                mend.count(shard, context());
                mend = inPlace ? Mend.find(stage, shard, context()) : null;
            }
        }

        private boolean makes(Mend mend, Chain chain, TaskMemory memory) throws Exception {
            try {
                feed(mend.needs(), chain, memory);
                return false;
            } catch (PartMade made) {
                return made.isInPlace();
            }
        }

        private void feed(ShardNeeds needs, Chain chain, TaskMemory memory) throws Exception {
            Stage stage = ShardsRun.this.stage();
            StepMemory reading = memory.step(
                    stage.head().name(), context().step(stage.head()).metrics()::addHeld);
            long readingBytes = needs.feeds(stage) * Prediction.reading(context());
            reading.hold(readingBytes);
            try (Feeds feeds = Feeds.ofStored(context(), stage.lanes(), shard, needs, chain)) {
                Lane head = stage.head();
                if (needs.runs(head)) {
                    if (headOpened && !canOpenHeadAgain()) {
                        throw new PlanOutdated();
                    }
                    Feed feed = openHead(shard, needs.start(head), chain, memory);
                    headOpened = true; // a task that yields before that has taken nothing
                    feeds.addHead(head, feed);
                }
                feeds.drain(() -> between(memory));
            } catch (RunStopped e) {
                chain.endEarly();
                throw e;
            } finally {
                reading.give(readingBytes);
            }
        }

        /** Asked now and then between two rows. */
        private void between(TaskMemory memory) {
            context().stop().check();
            if (memory.isWaitedFor() && canOpenHeadAgain()) {
                throw new TaskYields();
            }
        }

        @Override
        public void done() {
            running--;
        }
    }
}
