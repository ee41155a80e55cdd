package dev.batchwright.engine;

import dev.batchwright.cache.StoredDataset;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Where the head of a stage that cuts its output as it goes begins: at its first row, or after the rows of it that an earlier run has
 * committed.
 *
 * @param shard the shard that the next row belongs to, unless it is full
 * @param rowInShard how many rows that shard has
 * @param row how many rows there are in all
 * @param cut says when a shard is full; has seen the rows that it needs for that, if they are there
 */
record CutStart(int shard, long rowInShard, long row, ShardCut cut) {

    /**
     * Finds out where a stage begins. The head's shards are a row of whole ones and then one that may have begun.
     *
     * @param shardRows the rows of a shard, if they are fixed
     */
    static CutStart of(Stage stage, RunContext context, OptionalLong shardRows) {
        Lane head = stage.head();
        StepRuntime step = context.step(head);
        ShardSerializer<Object> serializer = serializer(step);
        if (!step.leavesTraces()) {
            return new CutStart(0, 0, 0, new ShardCut(shardRows, serializer));
        }
        int shard = 0;
        long row = 0;
        OptionalLong rowsOfShard = shardRows;
        for (PartFooter end = ShardNeeds.end(head, 0, context);
                end != null && !end.lastShard();
                end = ShardNeeds.end(head, shard, context)) {
            shard++;
            row += end.endRow();
            rowsOfShard = rowsOfShard.isPresent() ? rowsOfShard : OptionalLong.of(end.endRow());
        }
        PartFooter reached = ShardNeeds.reached(head, shard, context);
        long rowInShard = reached == null || reached.lastPart() ? 0 : reached.endRow();
        ShardCut cut = new ShardCut(rowsOfShard, serializer);
        if (shard == 0 && rowInShard > 0 && rowsOfShard.isEmpty()) {
            measure(cut, StoredFeed.reached(context, step, ShardNumbers.shard(head, 0)));
        }
        return new CutStart(shard, rowInShard, row + rowInShard, cut);
    }

    private static void measure(ShardCut cut, StoredDataset<Object> rows) {
        try (rows) {
            for (Object row : rows) {
                if (cut.isMeasured()) {
                    return;
                }
                cut.measure(row);
            }
        }
    }

    @SuppressWarnings("unchecked") // the generated manager fixes the type of its rows
    private static ShardSerializer<Object> serializer(StepRuntime step) {
        return (ShardSerializer<Object>) Objects.requireNonNull(step.manager().output(), step.name());
    }
}
