package dev.batchwright.engine;

import dev.batchwright.Output;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the rows that a step makes into shards. A shard ends when the row after its last one has come, so that the last shard is
 * known to be the last. Used by one thread.
 */
final class CutOutput implements Output<Object>, AutoCloseable {

    private static final int REPORT_EVERY = 1024; // a power of two

    private final RunContext context;
    private final Stage stage;
    private final Worker worker;
    private final Runnable shardWhole;
    private final ShardCut cut;
    private final StepRuntime step;
    private int shard;
    private boolean begun;
    private long rowsInShard;
    private long rowsThere;
    private long unreported;
    private @Nullable Chain chain;
    private @Nullable Emitter<Object> entry;
    private long nanosDownstream;
    private @Nullable Throwable broken;

    CutOutput(RunContext context, Stage stage, CutStart start, Worker worker, Runnable shardWhole) {
        this.context = context;
        this.stage = stage;
        this.worker = worker;
        this.shardWhole = shardWhole;
        this.step = context.step(stage.head());
        this.cut = start.cut();
        this.shard = start.shard();
        this.rowsInShard = start.rowInShard();
    }

    @Override
    public void add(Object row) {
        Failures.rethrow(broken); // a step that caught it, and went on, would leave rows out
        try {
            take(row);
        } catch (Throwable e) {
            broken = e;
            throw e;
        }
    }

    @SuppressWarnings("ConstantValue") // user code may hand over null against the contract
    private void take(Object row) {
        long began = System.nanoTime();
        if (!begun) {
            beginShard();
        }
        if (row != null && cut.isFull(rowsInShard)) {
            endShard(false);
            shard++;
            rowsInShard = 0;
            beginShard();
        }
        measure(row);
        rowsInShard++;
        if (rowsInShard > rowsThere && entry != null && chain != null) {
            entry.add(row);
            chain.checkpoint().rowDone();
        } else if ((unreported & 255) == 0) {
            context.stop().check();
        }
        if (++unreported == REPORT_EVERY) {
            report();
        }
        nanosDownstream += System.nanoTime() - began;
    }

    /** Sees a row for the cut only. */
    @SuppressWarnings("ConstantValue") // user code may hand over null against the contract
    void measure(Object row) {
        if (row != null) {
            cut.measure(row);
        }
    }

    /** What was thrown when a row was handed on, if anything was. */
    @Nullable
    Throwable broken() {
        return broken;
    }

    /** The time that was not spent in the step itself. */
    long nanosDownstream() {
        return nanosDownstream;
    }

    /** Ends the last shard; where no row came there is one empty shard. */
    void end() {
        Failures.rethrow(broken);
        if (!begun) {
            beginShard();
        }
        endShard(true);
    }

    /** Commits what is whole of the shard that has begun. */
    void endEarly() {
        Chain open = chain;
        if (open != null) {
            open.endEarly();
        }
        report();
    }

    /** Builds the chain of a shard, unless all that it would make is there, and gives it what is read back. */
    private void beginShard() {
        begun = true;
        ShardNeeds needs = ShardNeeds.of(stage, shard, context);
        needs.countReused(stage, shard, context);
        Lane head = stage.head();
        rowsThere = needs.runs(head) ? needs.start(head).outputRow() : Long.MAX_VALUE;
        if (needs.isNothing()) {
            return;
        }
        needs.clear(shard, context);
        Chain built = ChainBuilder.build(context, stage, shard, needs, worker);
        chain = built;
        entry = needs.runs(head) ? built.entry(head) : null;
        replay(needs, built);
    }

    private void replay(ShardNeeds needs, Chain built) {
        try (Feeds feeds = Feeds.ofStored(context, stage.lanes(), shard, needs, built)) {
            feeds.drain(context.stop()::check);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endShard(boolean lastShard) {
        if (entry != null) {
            entry.finish(lastShard);
            step.metrics().countShard();
        }
        close();
        report();
        shardWhole.run();
    }

    private void report() {
        step.metrics().addRows(0, unreported, 0, 0);
        unreported = 0;
    }

    @Override
    public void close() {
        Chain open = chain;
        chain = null;
        entry = null;
        if (open != null) {
            open.close();
        }
    }
}
