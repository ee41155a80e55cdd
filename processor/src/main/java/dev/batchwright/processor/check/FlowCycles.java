package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepModel;
import java.util.List;
import java.util.stream.Collectors;

/** No step comes before itself. */
final class FlowCycles implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        List<StepModel> cycle = new GraphBuilder(pipeline).cycle();
        if (!cycle.isEmpty()) {
            String path = cycle.stream().map(StepModel::simpleName).collect(Collectors.joining(" -> "));
            problems.report(Message.FLOW_CYCLE, pipeline.flows().get(0).place(), path);
        }
    }
}
