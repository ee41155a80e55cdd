package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import java.util.List;

/** All rules, in the order in which one relies on another. */
public final class Checks {

    private static final List<RowCheck> ROW = List.of(
            new RowVisibility(),
            new ColumnTypes(),
            new ColumnCodecs(),
            new NullablePrimitives(),
            new ColumnNames(),
            new RowFormats());

    private static final List<StepCheck> STEP = List.of(
            new StepInstances(),
            new StepKinds(),
            new StepTypes(),
            new StepKeys(),
            new StepNames(),
            new StepConfiguration(),
            new StepNumbers(),
            new Checkpoints(),
            new Quarantine(),
            new Isolation(),
            new StepFormats(),
            new BatchLimits());

    private static final PipelineCheck FLOW_FORM = new FlowForm();

    /** Rules for flows in which there are only steps. */
    private static final List<PipelineCheck> FLOWS = List.of(
            new FlowEnds(),
            new FlowTypes(),
            new FlowCycles(),
            new TwoInputs(),
            new StepNameClashes(),
            new StepAccess(),
            new PipelineMemory(),
            new UnusedSteps());

    /** Rules for graphs that can be built. */
    private static final List<PipelineCheck> GRAPH = List.of(new Alignment(), new FanOut());

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

    /** What is wrong with the form of a pipeline's flows, whatever their steps are. */
    public static Problems ofFlows(PipelineModel pipeline) {
        Problems problems = new Problems();
        FLOW_FORM.check(pipeline, problems);
        return problems;
    }

    /** What is wrong with a pipeline whose flows have the right form and whose steps are right. */
    public static Problems ofGraph(PipelineModel pipeline) {
        Problems problems = new Problems();
        FLOWS.forEach(check -> check.check(pipeline, problems));
        if (!problems.hasErrors()) {
            GRAPH.forEach(check -> check.check(pipeline, problems));
        }
        return problems;
    }
}
