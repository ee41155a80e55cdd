package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.ConfigValue;
import dev.batchwright.processor.model.StepModel;
import java.util.List;

/** All of a step's configuration can be fingerprinted. */
final class StepConfiguration implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        check(step.configuration(), problems);
    }

    private static void check(List<ConfigValue> values, Problems problems) {
        for (ConfigValue value : values) {
            if (value instanceof ConfigValue.Group group) {
                check(group.values(), problems);
            } else if (value instanceof ConfigValue.Unfit unfit) {
                String path = unfit.owner() + "." + unfit.name();
                problems.report(Message.CONFIG_NOT_FINGERPRINTABLE, unfit.place(), path, unfit.type(), unfit.fix());
            }
        }
    }
}
