package dev.batchwright.engine;

import dev.batchwright.CoGroupStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.StepFailedException;
import dev.batchwright.cache.StoredDataset;
import dev.batchwright.generated.KeyOrder;
import dev.batchwright.memory.Grouping;
import dev.batchwright.memory.SortedGrouping;
import dev.batchwright.shard.ShardSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One input of a keyed or co-group step: where its rows come from, and the grouping that they are spread into. */
@SuppressWarnings("unchecked") // the generated manager fixes the types of keys and rows
final class GroupSide {

    private final RunContext context;
    private final StepRuntime step;
    private final List<String> inputs;
    private final KeyCall keyCall;
    private final SortedGrouping<Object, Object> grouping;

    /** The user's method that gives the key of a row. */
    @FunctionalInterface
    private interface KeyCall {
        Object key(Object row) throws Exception;
    }

    /**
     * A shard that rows come from.
     *
     * @param step the step that made it
     * @param shard the shard
     * @param position its place among all shards of this side
     */
    record InputShard(String step, int shard, int position) {}

    private GroupSide(
            RunContext context,
            StepRuntime step,
            List<String> inputs,
            KeyCall keyCall,
            SortedGrouping<Object, Object> grouping) {
        this.context = context;
        this.step = step;
        this.inputs = inputs;
        this.keyCall = keyCall;
        this.grouping = grouping;
    }

    /** The inputs of a step: one for a keyed step, left and right for a co-group step. */
    static List<GroupSide> of(RunContext context, StepRuntime step, int partitions) {
        List<String> inputs = step.node().inputs();
        if (step.manager().step() instanceof KeyedStep<?, ?, ?> keyed) {
            KeyedStep<Object, Object, Object> user = (KeyedStep<Object, Object, Object>) keyed;
            return List.of(new GroupSide(
                    context,
                    step,
                    inputs,
                    user::key,
                    grouping(context, step, step.manager().input(), user::key, partitions)));
        }
        CoGroupStep<Object, Object, Object, Object> user =
                (CoGroupStep<Object, Object, Object, Object>) step.manager().step();
        return List.of(
                new GroupSide(
                        context,
                        step,
                        inputs.subList(0, 1),
                        user::leftKey,
                        grouping(context, step, step.manager().input(), user::leftKey, partitions)),
                new GroupSide(
                        context,
                        step,
                        inputs.subList(1, 2),
                        user::rightKey,
                        grouping(context, step, step.manager().rightInput(), user::rightKey, partitions)));
    }

    private static SortedGrouping<Object, Object> grouping(
            RunContext context,
            StepRuntime step,
            @Nullable ShardSerializer<?> serializer,
            KeyCall keyCall,
            int partitions) {
        ShardSerializer<Object> rows = (ShardSerializer<Object>) Objects.requireNonNull(serializer, step.name());
        return new SortedGrouping<>(
                step.name(),
                order(step),
                row -> keyAgain(step, keyCall, row),
                context.spilled(rows, step),
                partitions,
                context.memory(),
                context.stop()::check);
    }

    static KeyOrder<Object> order(StepRuntime step) {
        return (KeyOrder<Object>) Objects.requireNonNull(step.manager().keyOrder(), step.name());
    }

    List<InputShard> inputShards() {
        List<InputShard> shards = new ArrayList<>();
        for (String input : inputs) {
            for (int shard : context.shards().all(input)) {
                shards.add(new InputShard(input, shard, shards.size()));
            }
        }
        return shards;
    }

    void spread(InputShard input) {
        long rows = 0;
        StepRuntime source = context.step(input.step());
        try (StoredDataset<Object> stored =
                        StoredFeed.dataset(context, source, StoredFeed.serializer(source), List.of(input.shard()));
                Grouping.Feed<Object, Object> feed = grouping.feed(input.position())) {
            for (Object row : stored) {
                if ((rows & 255) == 0) {
                    context.stop().check();
                }
                feed.add(key(row, input, rows), row);
                rows++;
            }
        }
        step.metrics().addRows(rows, 0, 0, 0);
    }

    /** Gives back what no shard has taken. */
    void close() {
        grouping.close();
    }

    /** The key of a row that has been moved to disk and read back. */
    private static Object keyAgain(StepRuntime step, KeyCall keyCall, Object row) {
        try {
            return Objects.requireNonNull(keyCall.key(row), "its key is null");
        } catch (Throwable e) {
            throw new StepFailedException(
                    "Step " + step.name() + " could not give the key of a row a second time: " + e
                            + ". The key of a row must depend on nothing but the row.",
                    e);
        }
    }

    private Object key(Object row, InputShard input, long position) {
        try {
            return Objects.requireNonNull(keyCall.key(row), "its key is null");
        } catch (Throwable e) {
            throw new StepFailedException(
                    "Step " + step.name() + " could not give the key of row " + position + " in shard " + input.shard()
                            + " of " + input.step() + ": " + e,
                    e);
        }
    }

    /**
     * Opens the groups of a partition, of all sides together.
     *
     * @param waiting is called with the bytes that are missing while there is no memory
     */
    static List<Grouping.Groups<Object, Object>> open(List<GroupSide> sides, int partition, LongConsumer waiting) {
        return SortedGrouping.openAll(sides.stream().map(side -> side.grouping).toList(), partition, waiting);
    }
}
