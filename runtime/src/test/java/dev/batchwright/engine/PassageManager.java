package dev.batchwright.engine;

import dev.batchwright.PipelineStep;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.Configuration;
import dev.batchwright.generated.KeyOrder;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.ShardSerializer;
import org.jspecify.annotations.Nullable;

/** What the processor would generate for a step that takes and makes passages. */
final class PassageManager extends BatchManager<Passage, Passage> {

    private final PipelineStep step;

    PassageManager(StepSettings settings, PipelineStep step) {
        super(settings);
        this.step = step;
    }

    @Override
    public PipelineStep step() {
        return step;
    }

    @Override
    public @Nullable ShardSerializer<Passage> input() {
        return settings().kind() == StepKind.SOURCE ? null : PassageSerializer.INSTANCE;
    }

    @Override
    public @Nullable ShardSerializer<Passage> output() {
        return settings().kind() == StepKind.SINK ? null : PassageSerializer.INSTANCE;
    }

    @Override
    public @Nullable KeyOrder<?> keyOrder() {
        return settings().kind() == StepKind.KEYED ? KeyOrder.ofString() : null;
    }

    @Override
    public void configure(Configuration configuration) {
        // each step has a name of its own
    }
}
