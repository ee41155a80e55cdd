package dev.batchwright.engine;

import dev.batchwright.SequentialSource;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.StepFailedException;
import dev.batchwright.generated.PipelineDefinition.Node;
import java.util.List;

/**
 * What a source says of its input before it is read.
 *
 * @param splits its splits; none for a stream and for other steps
 * @param identity changes when the input does; empty for steps that are no sources
 */
record SourceInput(List<Split> splits, String identity) {

    SourceInput {
        splits = List.copyOf(splits);
    }

    static SourceInput of(Node node) {
        try {
            if (node.manager().step() instanceof Source<?> source) {
                List<Split> splits = source.splits();
                return new SourceInput(splits, identity(splits));
            }
            if (node.manager().step() instanceof SequentialSource<?> source) {
                return new SourceInput(List.of(), "stream " + source.identity());
            }
        } catch (Exception e) {
            throw new StepFailedException("Step " + node.name() + " could not name its input: " + e.getMessage(), e);
        }
        return new SourceInput(List.of(), "");
    }

    private static String identity(List<Split> splits) {
        StringBuilder text = new StringBuilder();
        for (Split split : splits) {
            text.append(split).append('\n');
        }
        return splits.size() + " splits, sha256 " + Digests.of(text.toString());
    }
}
