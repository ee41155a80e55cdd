package dev.batchwright;

import java.util.List;

/**
 * How a pipeline runs: its steps grouped in stages.
 *
 * @param pipeline the pipeline's name
 * @param stages the stages in the order in which they can start
 * @param removals the outputs under earlier fingerprints that would be removed from the cache at the end, by what lies there now; none
 *     where the plan was made without options
 * @param adoptions which rows that were kept before records changed a run could take over, or would with these options, in words; none
 *     where the plan was made without options
 */
public record PipelinePlan(String pipeline, List<Stage> stages, List<RemovedOutput> removals, List<String> adoptions) {

    /** Copies the lists. */
    public PipelinePlan {
        stages = List.copyOf(stages);
        removals = List.copyOf(removals);
        adoptions = List.copyOf(adoptions);
    }

    /**
     * Steps that run fused, row by row, within one task for each shard.
     *
     * @param begins the source or barrier that the stage begins with, or the step whose stored rows it reads
     * @param steps the steps in the order in which rows reach them
     */
    public record Stage(String begins, List<PlannedStep> steps) {

        /** Copies the steps. */
        public Stage {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a stage.
     *
     * @param name the step's name
     * @param kind what it does with rows
     * @param inputs the steps that feed it
     * @param persisted whether its rows are kept
     * @param storedAs how they are kept, as far as that is known, and why so
     */
    public record PlannedStep(String name, String kind, List<String> inputs, boolean persisted, StoredFormat storedAs) {

        /** Copies the inputs. */
        public PlannedStep {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * The same with what a run would do for the cache as a whole.
     *
     * @param outputs the outputs that would be removed
     * @param rows which rows could be taken over, in words
     * @return a plan
     */
    public PipelinePlan withUpkeep(List<RemovedOutput> outputs, List<String> rows) {
        return new PipelinePlan(pipeline, stages, outputs, rows);
    }

    /** The plan as text, a line a step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("pipeline ").append(pipeline).append('\n');
        for (int stage = 0; stage < stages.size(); stage++) {
            text.append("stage ")
                    .append(stage + 1)
                    .append(", from ")
                    .append(stages.get(stage).begins())
                    .append('\n');
            for (PlannedStep step : stages.get(stage).steps()) {
                text.append("  ")
                        .append(step.name())
                        .append(" (")
                        .append(step.kind())
                        .append(')');
                text.append(step.inputs().isEmpty() ? "" : " from " + String.join(", ", step.inputs()));
                text.append(kept(step)).append('\n');
            }
        }
        adoptions.forEach(rows -> text.append(rows).append('\n'));
        removals.forEach(output -> text.append("would remove ").append(output).append('\n'));
        return text.toString();
    }

    private static String kept(PlannedStep step) {
        if (!step.persisted()) {
            return "";
        }
        StoredFormat format = step.storedAs();
        return format.format().isEmpty() ? ", kept, " + format : ", kept as " + format;
    }
}
