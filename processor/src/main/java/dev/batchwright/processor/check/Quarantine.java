package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings;

/** Rows are put aside only where they can be told from others and where what became of the others is kept; limits are for that. */
final class Quarantine implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        StepSettings settings = step.settings();
        if (!settings.quarantines()) {
            if (settings.maxBadRows().isStated()) {
                withoutEffect("maxBadRows", settings.maxBadRows().place(), step, problems);
            }
            if (settings.maxBadRatio().isStated()) {
                withoutEffect("maxBadRatio", settings.maxBadRatio().place(), step, problems);
            }
            return;
        }
        if (step.kind().isSource()) {
            impossible(
                    step,
                    "what a source cannot read is no row yet. Use FAIL; or read lines of text, and parse them in a MapStep that puts them"
                            + " aside.",
                    problems);
        } else if (!step.kind().takesRowsAlone()) {
            impossible(
                    step,
                    "a " + step.kind().simpleName() + " is not called row by row or batch by batch. Use FAIL.",
                    problems);
        } else if (settings.persist().value().equals("NEVER")) {
            impossible(step, "with persist = NEVER no rows of the step are kept. Use AUTO or ALWAYS.", problems);
        }
        checkLimits(step, problems);
    }

    private static void checkLimits(StepModel step, Problems problems) {
        StepSettings settings = step.settings();
        if (settings.maxBadRows().value() < 0) {
            problems.report(
                    Message.SETTING_INVALID,
                    settings.maxBadRows().place(),
                    "maxBadRows",
                    step.simpleName(),
                    0,
                    settings.maxBadRows().value());
        }
        double ratio = settings.maxBadRatio().value();
        if (!(ratio >= 0 && ratio <= 1)) {
            problems.report(Message.RATIO_INVALID, settings.maxBadRatio().place(), step.simpleName(), ratio);
        }
    }

    private static void impossible(StepModel step, String why, Problems problems) {
        problems.report(
                Message.QUARANTINE_NOT_POSSIBLE, step.settings().onError().place(), step.simpleName(), why);
    }

    private static void withoutEffect(String setting, Place place, StepModel step, Problems problems) {
        problems.report(Message.BAD_ROW_LIMIT_WITHOUT_EFFECT, place, setting, step.simpleName());
    }
}
