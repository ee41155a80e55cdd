package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.PipelineModel;
import java.util.ArrayList;
import java.util.List;

/** A pipeline has flows, each of at least two steps, each different. */
final class FlowForm implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        if (pipeline.flows().isEmpty()) {
            problems.report(
                    Message.FLOW_MISSING, pipeline.place(), pipeline.type().simpleName());
        }
        if (!FolderName.isUsable(pipeline.name().value())) {
            problems.report(
                    Message.STEP_NAME_INVALID,
                    pipeline.name().place(),
                    pipeline.name().value());
        }
        List<List<String>> seen = new ArrayList<>();
        for (PipelineModel.Flow flow : pipeline.flows()) {
            checkFlow(flow, seen, problems);
        }
    }

    private static void checkFlow(PipelineModel.Flow flow, List<List<String>> seen, Problems problems) {
        List<String> names = new ArrayList<>();
        for (PipelineModel.Stop stop : flow.stops()) {
            names.add(stop.step().map(step -> step.type().canonicalName()).orElse(stop.text()));
            if (stop.step().isEmpty()) {
                problems.report(
                        Message.FLOW_STEP_NOT_A_STEP, stop.place(), stop.text(), "is not a step", "Mark it @Step.");
            }
        }
        if (names.size() < 2) {
            String named =
                    names.isEmpty() ? "none" : "only " + flow.stops().get(0).text();
            problems.report(Message.FLOW_TOO_SHORT, flow.place(), named);
        } else if (seen.contains(names)) {
            problems.report(Message.FLOW_DUPLICATE, flow.place(), seen.indexOf(names) + 1);
        }
        seen.add(names);
    }
}
