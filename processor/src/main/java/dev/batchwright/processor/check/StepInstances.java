package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.StepModel;

/** There can be an object of the step's class. */
final class StepInstances implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        step.obstacle()
                .ifPresent(obstacle -> problems.report(
                        Message.STEP_NOT_INSTANTIABLE,
                        step.place(),
                        step.simpleName(),
                        obstacle.reason(),
                        obstacle.fix()));
    }
}
