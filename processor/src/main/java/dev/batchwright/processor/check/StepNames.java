package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.StepModel;

/** A step's name can be the name of its folder in a cache. */
final class StepNames implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        if (!FolderName.isUsable(step.name())) {
            problems.report(Message.STEP_NAME_INVALID, step.settings().name().place(), step.name());
        }
    }
}
