package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.ByteText;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings;

/** A step runs in another process only where it can be sent there with its rows; a heap is for that process. */
final class Isolation implements StepCheck {

    /** Below it a JVM has hardly room for itself and the rows that come and go. */
    private static final long SMALLEST_HEAP = 16L << 20;

    @Override
    public void check(StepModel step, Problems problems) {
        StepSettings settings = step.settings();
        if (!settings.isolated().value()) {
            if (settings.heap().isStated()) {
                problems.report(Message.HEAP_WITHOUT_EFFECT, settings.heap().place(), step.simpleName());
            }
            return;
        }
        String kind = step.kind().simpleName();
        if (!step.kind().takesRowsAlone()) {
            problems.report(Message.ISOLATION_NOT_POSSIBLE, settings.isolated().place(), step.simpleName(), kind);
        } else if (!step.isSerializable()) {
            problems.report(
                    Message.ISOLATED_NOT_SERIALIZABLE, settings.isolated().place(), step.simpleName(), kind);
        }
        step.unsendable()
                .forEach(field -> problems.report(
                        Message.ISOLATED_FIELD_NOT_SERIALIZABLE,
                        field.place(),
                        field.path(),
                        field.type(),
                        field.fix()));
        if (ByteText.parse(settings.heapText()).orElse(0) < SMALLEST_HEAP) {
            problems.report(
                    Message.HEAP_INVALID,
                    settings.heap().place(),
                    settings.heap().value());
        }
    }
}
