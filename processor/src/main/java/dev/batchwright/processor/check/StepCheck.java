package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.StepModel;

/** One rule for steps. */
interface StepCheck {

    void check(StepModel step, Problems problems);
}
