package dev.batchwright.engine;

import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.AutoFormat;
import dev.batchwright.StoredFormat;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the rows of steps would be kept by a run, as far as that can be told without one. */
final class PlannedFormats {

    private final ShardFormats formats = ShardFormats.load();
    private final AutoFormat autoFormat;
    private final Map<String, StepInfo> earlier = new HashMap<>();
    private final Map<String, String> outputs = new HashMap<>();

    /** Knows nothing of earlier runs. */
    PlannedFormats() {
        this.autoFormat = AutoFormat.BY_TRIAL;
    }

    /** Knows what earlier runs left in the cache. */
    PlannedFormats(PipelineDefinition pipeline, RunOptions options, CacheFiles files) {
        this.autoFormat = options.autoFormat();
        Map<String, Fingerprint> known = new HashMap<>();
        for (Node node : pipeline.nodes()) {
            Fingerprint fingerprint =
                    Fingerprint.of(node, known, SourceInput.of(node).identity());
            known.put(node.name(), fingerprint);
            outputs.put(node.name(), CacheDirectory.lastOutput(options.cache(), node.name(), fingerprint.hex(), files));
            StepInfo info = CacheDirectory.peek(options.cache(), node.name(), fingerprint.hex(), files, formats);
            if (info != null) {
                earlier.put(node.name(), info);
            }
        }
    }

    /** What names the outputs that the steps would have, by their names; none where no options were given. */
    Map<String, String> outputs() {
        return Map.copyOf(outputs);
    }

    StoredFormat of(Node node) {
        ShardSerializer<?> rows = node.manager().output();
        if (rows == null || !node.persisted()) {
            return StoredFormat.NONE;
        }
        @Nullable StepInfo info = earlier.get(node.name());
        return EncodingPlan.of(rows.schema(), node.manager().settings(), info, formats, autoFormat)
                .describe();
    }
}
