package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.StepInterface;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A step implements exactly one step interface. */
final class StepKinds implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        if (step.interfaces().isEmpty()) {
            String all =
                    Arrays.stream(StepKind.values()).map(StepKind::simpleName).collect(Collectors.joining(", "));
            problems.report(Message.STEP_KIND_MISSING, step.place(), step.simpleName(), all);
        } else if (step.interfaces().size() > 1) {
            String found = step.interfaces().stream()
                    .map(StepInterface::kind)
                    .map(StepKind::simpleName)
                    .collect(Collectors.joining(" and "));
            problems.report(Message.STEP_KIND_AMBIGUOUS, step.place(), step.simpleName(), found);
        }
    }
}
