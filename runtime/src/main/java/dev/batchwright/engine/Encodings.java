package dev.batchwright.engine;

import dev.batchwright.RunOptions;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.observe.StepMetrics;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.choice.CpuMeter;
import dev.batchwright.shard.choice.DiskRate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the formats of the steps of a run known, or the choices that will. */
final class Encodings {

    private final RunOptions options;
    private final CacheDirectory cache;
    private final ShardFormats formats;
    private final CpuMeter meter = CpuMeter.ofThisMachine();

    Encodings(RunOptions options, CacheDirectory cache, ShardFormats formats) {
        this.options = options;
        this.cache = cache;
        this.formats = formats;
    }

    /** What is known of a step's format; null where it keeps no rows. */
    @Nullable
    EncodingPlan plan(Node node, @Nullable StepInfo earlier) {
        ShardSerializer<?> rows = node.manager().output();
        return rows == null || !node.persisted()
                ? null
                : EncodingPlan.of(rows.schema(), node.manager().settings(), earlier, formats, options.autoFormat());
    }

    /** Begins with what is known; what is found later is kept in the cache and reported. */
    @SuppressWarnings("unchecked") // the generated manager fixes the type of the rows
    StepEncoding of(Node node, EncodingPlan plan, KeptInfo info, StepMetrics counts) {
        counts.explainFormat(plan.describe());
        StepEncoding.Keeper keeper = (format, trial) -> {
            info.update(before -> before.withFormat(format.format(), format.reason(), format.compression(), trial));
            counts.explainFormat(format);
        };
        ShardSerializer<Object> rows =
                (ShardSerializer<Object>) Objects.requireNonNull(node.manager().output(), node.name());
        return new StepEncoding(plan, rows, new StepEncoding.Means(this::disk, meter, options.memoryBytes(), keeper));
    }

    private DiskRate disk() {
        return options.diskRate().isPresent()
                ? new DiskRate(options.diskRate().getAsLong(), "given in the options")
                : cache.diskRate();
    }
}
