package dev.batchwright.observe;

import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of one run. Steps are added before it starts; after that it is safe for use by several threads. */
public final class RunMetrics {

    private final String pipeline;
    private final int threads;
    private final Instant started = Instant.now();
    private final long startNanos = System.nanoTime();
    private final long startCpu = processCpuNanos();
    private final Map<String, StepMetrics> steps = new LinkedHashMap<>();
    private final Map<Integer, StageTasks> stages = new TreeMap<>();
    private final MemoryCounts memory;
    private volatile boolean stopped;

    /**
     * Starts the clocks of a run that has had no earlier attempt.
     *
     * @param pipeline the pipeline's name
     * @param threads how many tasks run at once
     */
    public RunMetrics(String pipeline, int threads) {
        this(pipeline, threads, new MemoryCounts());
    }

    /**
     * Starts the clocks.
     *
     * @param pipeline the pipeline's name
     * @param threads how many tasks run at once
     * @param memory what becomes of memory, in earlier attempts of the same run as well
     */
    public RunMetrics(String pipeline, int threads, MemoryCounts memory) {
        this.pipeline = pipeline;
        this.threads = threads;
        this.memory = memory;
    }

    /**
     * Adds a step.
     *
     * @param name its name
     * @param kind what it does with rows, for people
     * @return its counts
     */
    public StepMetrics addStep(String name, String kind) {
        StepMetrics metrics = new StepMetrics(name, kind);
        steps.put(name, metrics);
        return metrics;
    }

    /**
     * The counts of the steps in their order.
     *
     * @return a view
     */
    public Collection<StepMetrics> steps() {
        return Collections.unmodifiableCollection(steps.values());
    }

    /**
     * Adds a task that is now known to be needed.
     *
     * @param stage its stage
     */
    public void addTask(int stage) {
        synchronized (stages) {
            stages.computeIfAbsent(stage, index -> new StageTasks()).add();
        }
    }

    /**
     * Counts a task that begins.
     *
     * @param stage its stage
     */
    public void beginTask(int stage) {
        synchronized (stages) {
            stages.computeIfAbsent(stage, index -> new StageTasks()).begin(elapsed());
        }
    }

    /**
     * Counts a task that has ended.
     *
     * @param stage its stage
     */
    public void endTask(int stage) {
        synchronized (stages) {
            stages.computeIfAbsent(stage, index -> new StageTasks()).end();
        }
    }

    /**
     * What becomes of memory.
     *
     * @return counts
     */
    public MemoryCounts memory() {
        return memory;
    }

    /** The tasks that are known so far. */
    StageTasks.Sum tasks() {
        synchronized (stages) {
            return StageTasks.sum(stages.values(), elapsed());
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    String pipeline() {
        return pipeline;
    }

    /** Says that the run ended before its end, since it was asked to. */
    public void stopped() {
        stopped = true;
    }

    /**
     * The counts and times so far.
     *
     * @param damage what was found damaged in the cache, in words
     * @return a report
     */
    public RunReport report(List<String> damage) {
        List<StepReport> stepReports =
                steps.values().stream().map(StepMetrics::report).toList();
        return new RunReport(
                pipeline,
                started,
                elapsed(),
                Duration.ofNanos(Math.max(0, processCpuNanos() - startCpu)),
                threads,
                stopped,
                stepReports,
                memory.report(stepReports),
                damage,
                List.of(),
                List.of());
    }

    private static long processCpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuTime())
                : 0;
    }
}
