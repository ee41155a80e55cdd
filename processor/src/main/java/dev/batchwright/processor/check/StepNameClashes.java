package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepModel;
import java.util.HashMap;
import java.util.Map;

/** No two steps of a pipeline share a folder in the cache, or a method of the generated classes. */
final class StepNameClashes implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        Map<String, StepModel> byName = new HashMap<>();
        Map<String, StepModel> bySimpleName = new HashMap<>();
        for (StepModel step : new GraphBuilder(pipeline).steps()) {
            StepModel sameClassName = bySimpleName.putIfAbsent(step.simpleName(), step);
            StepModel sameName = byName.putIfAbsent(step.name(), step);
            if (sameClassName != null) {
                report(sameClassName, step, step.simpleName(), "Rename one of the classes.", pipeline, problems);
            } else if (sameName != null) {
                report(sameName, step, step.name(), "Give one of them another @Step(name).", pipeline, problems);
            }
        }
    }

    private static void report(
            StepModel first, StepModel second, String name, String fix, PipelineModel pipeline, Problems problems) {
        problems.report(Message.STEP_NAME_CLASH, Stops.place(pipeline, second), first.type(), second.type(), name, fix);
    }
}
