package dev.batchwright.engine;

import dev.batchwright.cache.StoredDataset;
import dev.batchwright.plan.Lane;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Reads a shard of a step back from the cache. */
final class StoredFeed<T> implements Feed {

    private final StoredDataset<T> rows;
    private final Iterator<T> iterator;
    private final Emitter<T> entry;
    private final boolean lastShard;

    private StoredFeed(StoredDataset<T> rows, Emitter<T> entry, boolean lastShard) {
        this.rows = rows;
        this.iterator = rows.iterator();
        this.entry = entry;
        this.lastShard = lastShard;
    }

    static StoredFeed<?> open(RunContext context, Lane lane, int stageShard, Chain chain) {
        PartFooter end = Objects.requireNonNull(ShardNeeds.end(lane, stageShard, context), lane::toString);
        StoredDataset<Object> rows =
                dataset(context, context.step(lane), List.of(ShardNumbers.shard(lane, stageShard)));
        return new StoredFeed<>(rows, chain.entry(lane), end.lastShard());
    }

    /** The stored rows of some shards of a step; what is read is counted for the step. */
    @SuppressWarnings("unchecked") // the generated manager fixes the type of its rows
    static <T> StoredDataset<T> dataset(RunContext context, StepRuntime step, List<Integer> shards) {
        ShardSerializer<T> serializer =
                (ShardSerializer<T>) Objects.requireNonNull(step.manager().output(), step.name());
        return new StoredDataset<>(step.store(), serializer, shards, context.columns(), (rows, bytes, columns) -> {
            step.metrics().addLoaded(rows);
            step.metrics().addRead(bytes);
            step.metrics().addColumnReads(columns.hits(), columns.misses());
        });
    }

    @Override
    public boolean advance() {
        for (int i = 0; i < TURN; i++) {
            if (!iterator.hasNext()) {
                entry.finish(0, lastShard);
                return false;
            }
            entry.add(iterator.next());
        }
        return true;
    }

    @Override
    public void close() {
        rows.close();
    }
}
