package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import java.util.List;

/** All rules. */
public final class Checks {

    private static final List<RowCheck> ROW = List.of();

    private static final List<StepCheck> STEP = List.of();

    private static final List<PipelineCheck> PIPELINE = List.of();

    private Checks() {}

    public static Problems of(RowModel row) {
        Problems problems = new Problems();
        ROW.forEach(check -> check.check(row, problems));
        return problems;
    }

    /** What is wrong with a step or with its rows. */
    public static Problems of(StepModel step) {
        Problems problems = new Problems();
        STEP.forEach(check -> check.check(step, problems));
        step.rows().forEach(row -> problems.addAll(of(row)));
        return problems;
    }

    public static Problems of(PipelineModel pipeline) {
        Problems problems = new Problems();
        PIPELINE.forEach(check -> check.check(pipeline, problems));
        return problems;
    }
}
