package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.ByteText;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings.BatchLimit;

/** {@code @BatchSize} is positive and stands on a step that takes batches. */
final class BatchLimits implements StepCheck {

    @Override
    public void check(StepModel step, Problems problems) {
        step.settings().batch().ifPresent(limit -> check(limit, step, problems));
    }

    private static void check(BatchLimit limit, StepModel step, Problems problems) {
        if (limit.rows().value() < 1) {
            problems.report(
                    Message.BATCH_SIZE_NOT_POSITIVE,
                    limit.rows().place(),
                    limit.rows().value());
        }
        if (ByteText.parse(limit.maxBytes().value()).isEmpty()) {
            problems.report(
                    Message.BATCH_BYTES_INVALID,
                    limit.maxBytes().place(),
                    limit.maxBytes().value());
        }
        if (step.interfaces().size() == 1 && !step.kind().isBatched()) {
            StepKind kind = step.kind();
            problems.report(Message.BATCH_SIZE_IGNORED, limit.rows().place(), step.simpleName(), kind.simpleName());
        }
    }
}
