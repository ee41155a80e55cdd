package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import java.util.stream.Collectors;

/** What has to be kept is not forbidden to be kept. */
final class FanOut implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        for (Graph.Node node : new GraphBuilder(pipeline).build().nodes()) {
            boolean isForbidden = node.step().settings().persist().value().equals("NEVER");
            if (isForbidden && node.step().kind() != StepKind.SINK && node.mustBeKept()) {
                problems.report(
                        Message.FAN_OUT_NOT_PERSISTED,
                        Stops.place(pipeline, node.step()),
                        node.step().simpleName(),
                        reason(node));
            }
        }
    }

    private static String reason(Graph.Node node) {
        if (node.consumers().isEmpty()) {
            return "its flow ends with it, so that nothing would be left of its rows";
        }
        if (node.consumers().size() > 1) {
            return node.consumers().stream().map(StepModel::simpleName).collect(Collectors.joining(" and "))
                    + " all read from it";
        }
        StepModel reader = node.consumers().get(0);
        return reader.simpleName() + " is a " + reader.kind().simpleName()
                + " and reads all of its rows when they are made";
    }
}
