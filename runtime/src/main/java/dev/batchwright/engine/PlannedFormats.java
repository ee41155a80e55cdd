package dev.batchwright.engine;

import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.AutoFormat;
import dev.batchwright.StoredFormat;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.EarlierOutput;
import dev.batchwright.cache.EarlierOutputs;
import dev.batchwright.cache.StepFolders;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.engine.RowEvolution.Offer;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the rows of steps would be kept by a run, as far as that can be told without one. */
final class PlannedFormats {

    private final ShardFormats formats = ShardFormats.load();
    private final AutoFormat autoFormat;
    private final Map<String, StepInfo> earlier = new HashMap<>();
    private final Map<String, String> outputs = new HashMap<>();
    private final List<String> adoptions = new ArrayList<>();

    /** Knows nothing of earlier runs. */
    PlannedFormats() {
        this.autoFormat = AutoFormat.BY_TRIAL;
    }

    /** Knows what earlier runs left in the cache. */
    PlannedFormats(PipelineDefinition pipeline, RunOptions options, CacheFiles files) {
        this.autoFormat = options.autoFormat();
        Map<String, Fingerprint> known = new HashMap<>();
        EarlierOutputs others = new EarlierOutputs(options.cache(), files);
        RowEvolution evolution = new RowEvolution(others, options.evolveRows());
        for (Node node : pipeline.nodes()) {
            Fingerprint fingerprint =
                    Fingerprint.of(node, known, SourceInput.of(node).identity());
            known.put(node.name(), fingerprint);
            outputs.put(node.name(), StepFolders.lastOutput(options.cache(), node.name(), fingerprint.hex(), files));
            StepInfo info = StepFolders.peek(options.cache(), node.name(), fingerprint.hex(), files, formats);
            if (info != null) {
                earlier.put(node.name(), info);
            }
            EarlierOutput last = others.published(node.name());
            Offer offer = evolution.find(node, fingerprint, info, last == null ? null : last.info());
            if (offer != null && offer.change().isReadable()) {
                evolution.accept(node, offer);
                if (info == null && node.persisted()) {
                    adoptions.add(node.name() + ": " + evolution.plan(offer));
                }
            }
        }
    }

    /** What names the outputs that the steps would have, by their names; none where no options were given. */
    Map<String, String> outputs() {
        return Map.copyOf(outputs);
    }

    /** Which rows that were kept before records changed could be taken over, in words. */
    List<String> adoptions() {
        return List.copyOf(adoptions);
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
