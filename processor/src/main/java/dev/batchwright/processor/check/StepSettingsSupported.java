package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Setting;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings;

/** Nobody relies on a setting that runs do not carry out. */
final class StepSettingsSupported implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        StepSettings settings = step.settings();
        if (settings.onError().value().equals("QUARANTINE")) {
            report(settings.onError(), "onError = QUARANTINE", problems);
        }
        if (settings.maxBadRows().isStated()) {
            report(settings.maxBadRows(), "maxBadRows", problems);
        }
        if (settings.maxBadRatio().isStated()) {
            report(settings.maxBadRatio(), "maxBadRatio", problems);
        }
    }

    private static void report(Setting<?> setting, String name, Problems problems) {
        String consequence = "a run ends at the first row that a step cannot process";
        problems.report(Message.SETTING_NOT_SUPPORTED, setting.place(), name, consequence);
    }
}
