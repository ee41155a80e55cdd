package dev.batchwright.processor.check;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepModel;
import java.util.Set;
import java.util.stream.Collectors;

/** A step that is declared in a pipeline is in one of its flows. */
final class UnusedSteps implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        Set<ClassName> used =
                new GraphBuilder(pipeline).steps().stream().map(StepModel::type).collect(Collectors.toSet());
        for (PipelineModel.OwnStep step : pipeline.ownSteps()) {
            if (!used.contains(step.type())) {
                problems.report(
                        Message.STEP_UNREACHABLE,
                        step.place(),
                        step.type().simpleName(),
                        pipeline.type().simpleName());
            }
        }
    }
}
