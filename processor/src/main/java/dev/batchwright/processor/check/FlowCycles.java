package dev.batchwright.processor.check;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
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
            problems.report(Message.FLOW_CYCLE, closing(pipeline, cycle), path);
        }
    }

    /** Where the flows name the last of the circle's steps right behind the one before it. */
    private static Place closing(PipelineModel pipeline, List<StepModel> cycle) {
        Place closing = pipeline.place();
        for (PipelineModel.Flow flow : pipeline.flows()) {
            List<PipelineModel.Stop> stops = flow.stops();
            for (int index = 1; index < stops.size(); index++) {
                if (isIn(cycle, type(stops.get(index - 1)), type(stops.get(index)))) {
                    closing = stops.get(index).place();
                }
            }
        }
        return closing;
    }

    private static boolean isIn(List<StepModel> cycle, ClassName before, ClassName behind) {
        for (int index = 1; index < cycle.size(); index++) {
            if (cycle.get(index - 1).type().equals(before)
                    && cycle.get(index).type().equals(behind)) {
                return true;
            }
        }
        return false;
    }

    private static ClassName type(PipelineModel.Stop stop) {
        return stop.step().orElseThrow().type();
    }
}
