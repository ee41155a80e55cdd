package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.StepModel;

/** The formats that a step asks for exist. */
final class StepFormats implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        FormatNames.check(step.settings().format(), step.settings().compression(), problems);
    }
}
