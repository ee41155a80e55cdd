package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.PipelineModel.Stop;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import java.util.List;
import java.util.Optional;

/** Rows come from sources and end in sinks: nothing before the one, nothing after the other. */
final class FlowEnds implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        GraphBuilder graph = new GraphBuilder(pipeline);
        for (PipelineModel.Flow flow : pipeline.flows()) {
            List<Stop> stops = flow.stops();
            checkStart(stops.get(0), graph, problems);
            for (int index = 1; index < stops.size(); index++) {
                checkPair(step(stops.get(index - 1)), stops.get(index), problems);
            }
        }
    }

    /** A flow may also start with a step that another flow leads to. */
    private static void checkStart(Stop first, GraphBuilder graph, Problems problems) {
        StepModel step = step(first);
        if (step.kind().isSource() || !graph.inputs(step).isEmpty()) {
            return;
        }
        Optional<String> source = graph.steps().stream()
                .filter(each -> each.kind().isSource())
                .filter(each ->
                        each.output().map(row -> row.type()).equals(step.input().map(row -> row.type())))
                .map(StepModel::simpleName)
                .findFirst();
        problems.report(
                Message.FLOW_STARTS_WITHOUT_SOURCE,
                first.place(),
                step.simpleName(),
                step.kind().simpleName(),
                source.map(name -> ", perhaps " + name).orElse(""));
    }

    private static void checkPair(StepModel before, Stop stop, Problems problems) {
        StepModel step = step(stop);
        if (step.kind().isSource()) {
            problems.report(
                    Message.FLOW_ENDS_IN_SOURCE,
                    stop.place(),
                    step.simpleName(),
                    step.kind().simpleName(),
                    before.simpleName());
        } else if (before.kind() == StepKind.SINK) {
            problems.report(Message.FLOW_CONTINUES_AFTER_SINK, stop.place(), before.simpleName(), step.simpleName());
        }
    }

    private static StepModel step(Stop stop) {
        return stop.step().orElseThrow();
    }
}
