package dev.batchwright.engine;

import dev.batchwright.cache.StoredDataset;
import dev.batchwright.cache.StoredDataset.ReadListener;
import dev.batchwright.plan.Lane;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Reads a shard of a step back from the cache: all of it from a row on or, where the step goes on with the shard, what was committed
 * of it before.
 */
final class StoredFeed<T> implements Feed {

    private final StoredDataset<T> rows;
    private final Iterator<T> iterator;
    private final Chain chain;
    private final Emitter<T> entry;
    private final End end;
    private long left;

    /** What happens after the last row. */
    private enum End {
        /** The shard ends, and others follow. */
        SHARD,
        /** The last shard ends. */
        LAST_SHARD,
        /** The step itself goes on. */
        STEP_RUNS
    }

    private StoredFeed(StoredDataset<T> rows, long count, Chain chain, Emitter<T> entry, End end) {
        this.rows = rows;
        this.iterator = rows.iterator();
        this.left = count;
        this.chain = chain;
        this.entry = entry;
        this.end = end;
    }

    static StoredFeed<?> open(RunContext context, Lane lane, int stageShard, ShardNeeds needs, Chain chain) {
        PartFooter reached = Objects.requireNonNull(ShardNeeds.reached(lane, stageShard, context), lane::toString);
        long firstRow = needs.firstRowOut(lane);
        StepRuntime step = context.step(lane);
        int shard = ShardNumbers.shard(lane, stageShard);
        StoredDataset<Object> rows =
                StoredDataset.from(step.store(), serializer(step), shard, firstRow, context.columns(), counting(step));
        return new StoredFeed<>(rows, reached.endRow() - firstRow, chain, chain.entry(lane), end(lane, needs, reached));
    }

    private static End end(Lane lane, ShardNeeds needs, PartFooter reached) {
        if (needs.runs(lane)) {
            return End.STEP_RUNS;
        }
        return reached.lastShard() ? End.LAST_SHARD : End.SHARD;
    }

    /** The stored rows of some shards of a step; what is read is counted for the step. */
    static <T> StoredDataset<T> dataset(
            RunContext context, StepRuntime step, ShardSerializer<T> rows, List<Integer> shards) {
        return new StoredDataset<>(step.store(), rows, shards, context.columns(), counting(step));
    }

    /** The rows of a shard as far as they are committed. */
    static <T> StoredDataset<T> reached(RunContext context, StepRuntime step, int shard) {
        return StoredDataset.from(step.store(), serializer(step), shard, 0, context.columns(), counting(step));
    }

    /** The serializer of the rows that a step makes. */
    @SuppressWarnings("unchecked") // the generated manager fixes the type of its rows
    static <T> ShardSerializer<T> serializer(StepRuntime step) {
        return (ShardSerializer<T>) Objects.requireNonNull(step.manager().output(), step.name());
    }

    private static ReadListener counting(StepRuntime step) {
        return (rows, bytes, columns) -> {
            step.metrics().addLoaded(rows);
            step.metrics().addRead(bytes);
            step.metrics().addColumnReads(columns.hits(), columns.misses());
        };
    }

    @Override
    public boolean advance() {
        for (int i = 0; i < TURN; i++) {
            if (left <= 0 || !iterator.hasNext()) {
                if (end != End.STEP_RUNS) {
                    entry.finishStored(end == End.LAST_SHARD);
                }
                return false;
            }
            left--;
            entry.replay(iterator.next());
            chain.checkpoint().rowDone();
        }
        return true;
    }

    @Override
    public void close() {
        rows.close();
    }
}
