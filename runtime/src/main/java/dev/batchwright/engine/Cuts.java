package dev.batchwright.engine;

import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.StepFailedException;
import dev.batchwright.cache.StepInfo.Cut;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.plan.StageGraph;
import dev.batchwright.shard.ShardSerializer;
import java.util.List;
import java.util.Objects;

/** Decides how the shards of a source or a barrier are cut, where no earlier run has. */
final class Cuts {

    private static final int SAMPLE_ROWS = 100;

    private final StageGraph graph;
    private final RunOptions options;

    Cuts(StageGraph graph, RunOptions options) {
        this.graph = graph;
        this.options = options;
    }

    Cut of(Node node, SourceInput input) {
        StepKind kind = node.manager().settings().kind();
        if (kind == StepKind.KEYED || kind == StepKind.CO_GROUP) {
            return new Cut(0, options.keyedShards());
        }
        if (options.shardRows().isPresent()) {
            return new Cut(options.shardRows().getAsLong(), 0);
        }
        return new Cut(kind == StepKind.SOURCE ? estimated(node, input.splits()) : 0, 0);
    }

    /** Enough rows for about 64 MiB by the size of the first ones, rounded up to full batches. */
    private long estimated(Node node, List<Split> splits) {
        if (splits.stream().noneMatch(split -> split.rows().orElse(0) > 0)) {
            return 0;
        }
        long rows = sample(node, splits);
        long step = batchRows();
        return (rows + step - 1) / step * step;
    }

    @SuppressWarnings("unchecked") // the generated manager fixes the type of the rows
    private static long sample(Node node, List<Split> splits) {
        ShardSerializer<Object> serializer =
                (ShardSerializer<Object>) Objects.requireNonNull(node.manager().output());
        long bytes = 0;
        long rows = 0;
        for (Split split : splits) {
            try (RowReader<Object> reader = ((Source<Object>) node.manager().step()).open(split, 0)) {
                for (Object row = reader.next(); row != null && rows < SAMPLE_ROWS; row = reader.next()) {
                    bytes += serializer.sizeOf(row);
                    rows++;
                }
            } catch (Exception e) {
                throw new StepFailedException(
                        "Step " + node.name() + " could not read its first rows: " + e.getMessage(), e);
            }
            if (rows > 0) {
                break;
            }
        }
        return rows == 0 ? 1 : ShardCut.rowsFor(bytes, rows);
    }

    /** The least common multiple of the batch sizes, or the largest of them where that would be absurd. */
    private long batchRows() {
        long multiple = 1;
        long largest = 1;
        for (Node node : graph.pipeline().nodes()) {
            StepSettings settings = node.manager().settings();
            if (settings.kind().isBatched()) {
                largest = Math.max(largest, settings.batchRows());
                multiple = multiple > 1_000_000 ? multiple : lcm(multiple, settings.batchRows());
            }
        }
        return multiple > 1_000_000 ? largest : multiple;
    }

    private static long lcm(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }
}
