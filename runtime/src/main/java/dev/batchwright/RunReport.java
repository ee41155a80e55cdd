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
 * @param stopped whether it ended before its end, since it was asked to
 * @param steps the steps in their order in the pipeline; where damage was found, what they did after it
 * @param memory what became of memory
 * @param damage what was found damaged in the cache, in words, and was made again
 * @param removed the outputs under earlier fingerprints that were removed from the cache, as {@link RunOptions#retention} says
 * @param adopted what became of the rows in a cache of layout version 0, and of those that were kept before a record changed, where the
 *     run was told to take such rows over
 */
public record RunReport(
        String pipeline,
        Instant started,
        Duration wall,
        Duration cpu,
        int threads,
        boolean stopped,
        List<StepReport> steps,
        MemoryReport memory,
        List<String> damage,
        List<RemovedOutput> removed,
        List<AdoptedOutput> adopted) {

    /** Copies the lists. */
    public RunReport {
        steps = List.copyOf(steps);
        damage = List.copyOf(damage);
        removed = List.copyOf(removed);
        adopted = List.copyOf(adopted);
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

    /**
     * The same with what the run did for the cache as a whole.
     *
     * @param outputs the outputs that were removed
     * @param rows what became of rows that were not made by the steps as they are now
     * @return a report
     */
    public RunReport withUpkeep(List<RemovedOutput> outputs, List<AdoptedOutput> rows) {
        return new RunReport(pipeline, started, wall, cpu, threads, stopped, steps, memory, damage, outputs, rows);
    }

    /** The report as a table for people. */
    @Override
    public String toString() {
        return ReportTable.of(this);
    }
}
