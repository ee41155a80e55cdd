package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings;

/** Nobody relies on commits after calls that do not come, or of rows that are not kept. */
final class Checkpoints implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        StepSettings settings = step.settings();
        if (!settings.checkpoint().value().equals("EVERY_BATCH")) {
            return;
        }
        switch (step.kind()) {
            case SOURCE, SEQUENTIAL_SOURCE, KEYED, CO_GROUP, GLOBAL ->
                report(step, "the step is not called batch by batch or row by row", problems);
            default -> {
                if (settings.persist().value().equals("NEVER")) {
                    report(step, "with persist = NEVER no rows of the step are kept", problems);
                }
            }
        }
    }

    private static void report(StepModel step, String why, Problems problems) {
        problems.report(
                Message.CHECKPOINT_WITHOUT_EFFECT, step.settings().checkpoint().place(), step.simpleName(), why);
    }
}
