package dev.batchwright.processor.check;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A zip or co-group step is fed by two steps, one for each side. */
final class TwoInputs implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        GraphBuilder graph = new GraphBuilder(pipeline);
        for (StepModel step : graph.steps()) {
            if (step.kind().hasTwoInputs()) {
                check(step, graph.inputs(step), Stops.place(pipeline, step), problems);
            }
        }
    }

    private static void check(StepModel step, List<StepModel> inputs, Place place, Problems problems) {
        String names = inputs.stream().map(StepModel::simpleName).collect(Collectors.joining(" and "));
        if (inputs.size() != 2) {
            report(step, names, "Lead exactly two steps to it.", place, problems);
            return;
        }
        Optional<ClassName> left = type(step.input());
        Optional<ClassName> right = type(step.rightInput());
        Optional<ClassName> first = type(inputs.get(0).output());
        Optional<ClassName> second = type(inputs.get(1).output());
        boolean bothSame = !left.equals(right) && first.equals(second);
        if (bothSame) {
            String fix = "Both make " + first.map(ClassName::simpleName).orElse("nothing") + "; lead a step that makes "
                    + (first.equals(left) ? right : left)
                            .map(ClassName::simpleName)
                            .orElse("rows") + " to it.";
            report(step, names, fix, place, problems);
        }
    }

    private static void report(StepModel step, String inputs, String fix, Place place, Problems problems) {
        String from = inputs.isEmpty() ? "nowhere" : inputs;
        problems.report(Message.INPUTS_NOT_TWO, place, step.simpleName(), from, fix);
    }

    private static Optional<ClassName> type(Optional<RowModel> row) {
        return row.map(RowModel::type);
    }
}
