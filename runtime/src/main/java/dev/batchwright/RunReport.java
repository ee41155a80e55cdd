package dev.batchwright;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a run did.
 *
 * @param pipeline the pipeline's name
 * @param started when the run began
 * @param wall how long it took
 * @param cpu the processor time of the whole process during the run
 * @param threads how many tasks ran at once
 * @param steps the steps in their order in the pipeline; where damage was found, what they did after it
 * @param damage what was found damaged in the cache, in words, and was made again
 */
public record RunReport(
        String pipeline,
        Instant started,
        Duration wall,
        Duration cpu,
        int threads,
        List<StepReport> steps,
        List<String> damage) {

    /** Copies the lists. */
    public RunReport {
        steps = List.copyOf(steps);
        damage = List.copyOf(damage);
    }

    /**
     * The report of one step.
     *
     * @param name the step's name
     * @return its report
     * @throws IllegalArgumentException if the pipeline has no such step
     */
    public StepReport step(String name) {
        return steps.stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Pipeline " + pipeline + " has no step " + name));
    }

    /** The report as a table for people. */
    @Override
    public String toString() {
        return ReportTable.of(this);
    }
}
