package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Setting;
import dev.batchwright.processor.model.StepModel;

/** The numbers of {@code @Step} make sense. */
final class StepNumbers implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        atLeast(1, "concurrency", step.settings().concurrency(), step, problems);
        atLeast(0, "retries", step.settings().retries(), step, problems);
    }

    private static void atLeast(int least, String name, Setting<Integer> setting, StepModel step, Problems problems) {
        if (setting.value() < least) {
            problems.report(Message.SETTING_INVALID, setting.place(), name, step.simpleName(), least, setting.value());
        }
    }
}
