package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepModel;

/** The pipeline's package can name its steps. */
final class StepAccess implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        String fromPackage = pipeline.type().packageName();
        for (StepModel step : new GraphBuilder(pipeline).steps()) {
            if (!step.isPublic() && !step.type().packageName().equals(fromPackage)) {
                problems.report(
                        Message.STEP_NOT_ACCESSIBLE,
                        Stops.place(pipeline, step),
                        step.simpleName(),
                        fromPackage,
                        pipeline.runner().simpleName());
            }
        }
    }
}
