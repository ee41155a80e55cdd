package dev.batchwright.engine;

import dev.batchwright.Output;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.ShardSerializer;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
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
    private int shard = -1;
    private long rowsInShard;
    private long unreported;
    private @Nullable Chain chain;
    private @Nullable Emitter<Object> entry;
    private long nanosDownstream;

    CutOutput(RunContext context, Stage stage, OptionalLong shardRows, Worker worker, Runnable shardWhole) {
        this.context = context;
        this.stage = stage;
        this.worker = worker;
        this.shardWhole = shardWhole;
        this.step = context.step(stage.head());
        this.cut = new ShardCut(shardRows, serializer(step));
    }

    @SuppressWarnings("unchecked") // the generated manager fixes the type of its rows
    private static ShardSerializer<Object> serializer(StepRuntime step) {
        return (ShardSerializer<Object>) Objects.requireNonNull(step.manager().output(), step.name());
    }

    @Override
    @SuppressWarnings("ConstantValue") // user code may hand over null against the contract
    public void add(Object row) {
        long began = System.nanoTime();
        if ((unreported & 255) == 0) {
            context.stop().check();
        }
        if (entry == null || (row != null && cut.isFull(rowsInShard))) {
            endShard(false);
            beginShard();
        }
        if (row != null) {
            cut.measure(row);
        }
        Objects.requireNonNull(entry).add(row);
        rowsInShard++;
        Objects.requireNonNull(entry).boundary(rowsInShard);
        if (++unreported == REPORT_EVERY) {
            report();
        }
        nanosDownstream += System.nanoTime() - began;
    }

    /** The time that was not spent in the step itself. */
    long nanosDownstream() {
        return nanosDownstream;
    }

    /** Ends the last shard; where no row came there is one empty shard. */
    void end() {
        if (entry == null) {
            beginShard();
        }
        endShard(true);
    }

    private void beginShard() {
        shard++;
        rowsInShard = 0;
        Set<Lane> all = new HashSet<>(stage.lanes());
        chain = ChainBuilder.build(context, stage, shard, new ShardNeeds(all, Set.of()), worker);
        entry = chain.entry(stage.head());
    }

    private void endShard(boolean lastShard) {
        if (chain == null || entry == null) {
            return;
        }
        entry.finish(rowsInShard, lastShard);
        close();
        report();
        step.metrics().countShard();
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
