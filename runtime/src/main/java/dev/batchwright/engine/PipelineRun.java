package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import dev.batchwright.RunCancelledException;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.memory.MemoryBudget;
import dev.batchwright.observe.HeapWatch;
import dev.batchwright.observe.MemoryCounts;
import dev.batchwright.observe.ProgressDisplay;
import dev.batchwright.observe.RunMetrics;
import dev.batchwright.plan.Stage;
import dev.batchwright.plan.StageGraph;
import dev.batchwright.shard.ColumnMemory;
import dev.batchwright.shard.ShardFormats;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a pipeline, from its preparation to its report. */
final class PipelineRun {

    /** More than damage that anybody would go on with, and an end to whatever else could have a run begin again and again. */
    private static final int MOST_ATTEMPTS = 1000;

    private final StageGraph graph;
    private final RunOptions options;
    private final CacheDirectory cache;
    private final ShardFormats formats;
    private final Supplier<RunClock> clocks;
    private final Upkeep upkeep;
    private final StopSignal stop;
    private final RowEvolution evolution;
    private final MemoryCounts memoryCounts = new MemoryCounts();

    PipelineRun(
            StageGraph graph,
            RunOptions options,
            CacheDirectory cache,
            ShardFormats formats,
            Supplier<RunClock> clocks,
            Upkeep upkeep,
            StopSignal stop) {
        this.graph = graph;
        this.options = options;
        this.cache = cache;
        this.formats = formats;
        this.clocks = clocks;
        this.upkeep = upkeep;
        this.stop = stop;
        this.evolution = new RowEvolution(cache.steps().earlier(), options.evolveRows());
    }

    /** Runs what is missing, and again where parts turn out to be damaged while they are read. */
    RunReport run() {
        DamagedParts damaged = new DamagedParts();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            RunMetrics metrics = new RunMetrics(graph.pipeline().name(), options.threads(), memoryCounts);
            try {
                Preparation prepared = prepare(metrics, attempt == 0);
                if (attempt == 0) {
                    upkeep.adopted(evolution.outcome());
                    begin(prepared.steps().values(), damaged);
                }
                boolean isSound = isSound(prepared, metrics, damaged);
                damaged.note(cache, prepared.steps().values());
                if (isSound) {
                    return kept(upkeep.end(metrics.report(damaged.found())));
                }
            } catch (RunStopped e) {
                metrics.stopped();
                throw new RunCancelledException(kept(metrics.report(damaged.found())));
            }
        }
        throw new BatchwrightException("The run has begun " + MOST_ATTEMPTS + " times and came to no end. "
                + (damaged.found().isEmpty()
                        ? "Each time a task gave up groups that it had taken, since memory was short."
                                + " Raise RunOptions.memory and the heap (-Xmx), then run again."
                        : "Parts of the cache were damaged again and again. " + String.join(" ", damaged.found())
                                + " Look after the disk, then run again."));
    }

    private void begin(Collection<StepRuntime> steps, DamagedParts damaged) {
        for (StepRuntime step : steps) {
            if (step.quarantine() != null) {
                step.quarantine().check(); // a run that cannot end well does no work before it says so
            }
        }
        if (options.verify()) {
            damaged.removeAll(steps, stop);
        }
        cache.begin();
        upkeep.begin(steps);
    }

    private RunReport kept(RunReport report) {
        cache.writeReport(report);
        return report;
    }

    private Preparation prepare(RunMetrics metrics, boolean isFirst) {
        try {
            BadRowReruns reruns = isFirst && options.rerunQuarantined() ? new BadRowReruns(cache) : null;
            return Preparation.of(graph, options, cache, formats, evolution, reruns, metrics, stop);
        } catch (RuntimeException e) {
            if (stop.isRaised()) {
                throw new RunStopped(); // what is thrown when the thread is interrupted is no reason
            }
            throw e;
        }
    }

    /** Runs; false where damage was found, and what is damaged has been removed. */
    private boolean isSound(Preparation prepared, RunMetrics metrics, DamagedParts damaged) {
        try {
            run(prepared, metrics, stop.ofAttempt());
            return true;
        } catch (RunStopped e) {
            throw e;
        } catch (BatchwrightException e) {
            if (!(e instanceof PlanOutdated)
                    && !damaged.remove(e, prepared.steps().values())) {
                throw e;
            }
            return false;
        }
    }

    private void run(Preparation prepared, RunMetrics metrics, StopSignal stop) {
        ProgressDisplay display = ProgressDisplay.start(metrics, options.progress());
        MemoryBudget memory = new MemoryBudget(options.memoryBytes());
        ColumnMemory columns = columns(memory);
        HeapWatch heap = new HeapWatch(new StepsAtWork(prepared.steps().values())::now);
        try (RunClock clock = clocks.get()) {
            StepPools pools = new StepPools(prepared.steps().values(), memory, stop);
            RunContext context = new RunContext(
                    graph,
                    options,
                    cache,
                    prepared.steps(),
                    pools,
                    new ShardNumbers(graph),
                    new ConcurrentHashMap<>(),
                    memory,
                    formats,
                    columns,
                    clock,
                    UUID.randomUUID().toString().substring(0, 8),
                    stop);
            schedule(context, prepared, new Scheduler(metrics, memory, stop));
            prepared.steps().values().forEach(step -> step.memory().keep());
        } finally {
            prepared.steps().values().forEach(step -> step.memory().end());
            prepared.steps().values().forEach(StepRuntime::kill);
            display.close();
            heap.close();
            metrics.memory()
                    .budget(new MemoryCounts.Budget(
                            memory.limit(),
                            memory.peak(),
                            memory.shortages(),
                            memory.waitedNanos(),
                            memory.held() - columns.bytes(),
                            heap.peakBytes(),
                            memory.exhausted().isEmpty() ? heap.stepsAtPeak() : memory.exhausted()));
        }
    }

    /** Kept columns take what nobody else needs, and give way. */
    private ColumnMemory columns(MemoryBudget memory) {
        long bytes = options.columnBytes().orElse(ColumnMemory.defaultLimit(options.memoryBytes()));
        ColumnMemory columns = new ColumnMemory(bytes, memory);
        memory.onShortage(columns::drop);
        return columns;
    }

    private void schedule(RunContext context, Preparation prepared, Scheduler scheduler) {
        Map<Stage, StageRun> stages = new HashMap<>();
        Publisher publisher = new Publisher(context, stages);
        for (Stage stage : graph.stages()) {
            StageRun run = stageRun(context, stage, prepared, stages, scheduler::changed);
            stages.put(stage, run);
            scheduler.add(run);
        }
        @Nullable Throwable failure = null;
        try {
            scheduler.run(options.threads(), publisher::publish);
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            closePools(context.pools(), failure);
        }
    }

    private static void closePools(StepPools pools, @Nullable Throwable failure) {
        try {
            pools.close();
        } catch (RuntimeException | Error e) {
            if (failure == null || failure instanceof RunStopped) {
                throw e;
            }
            failure.addSuppressed(e);
        }
    }

    private StageRun stageRun(
            RunContext context, Stage stage, Preparation prepared, Map<Stage, StageRun> earlier, Runnable shardWhole) {
        String head = stage.head().name();
        long shardRows = prepared.cut(head).shardRows();
        OptionalLong fixedRows = shardRows == 0 ? OptionalLong.empty() : OptionalLong.of(shardRows);
        return switch (stage.begin()) {
            case SPLITS -> new SplitsRun(context, stage, ShardSlice.cut(prepared.splits(head), Math.max(1, shardRows)));
            case STREAM -> new StreamRun(context, stage, fixedRows, shardWhole);
            case ALL_ROWS -> new GlobalRun(context, stage, inputs(stage, earlier), fixedRows, shardWhole);
            case GROUPS ->
                new GroupsRun(
                        context,
                        stage,
                        inputs(stage, earlier),
                        prepared.cut(head).keyedShards());
            case STORED -> new StoredRun(context, stage, producer(stage, earlier));
        };
    }

    private InputStages inputs(Stage stage, Map<Stage, StageRun> earlier) {
        List<StageRun> stages = stage.head().node().inputs().stream()
                .flatMap(input -> graph.lanes(input).stream())
                .map(lane -> Objects.requireNonNull(earlier.get(lane.stage())))
                .distinct()
                .toList();
        return new InputStages(stages);
    }

    private CutRun producer(Stage stage, Map<Stage, StageRun> earlier) {
        Stage cutting = graph.lanes(stage.head().name()).get(0).stage();
        return (CutRun) Objects.requireNonNull(earlier.get(cutting));
    }
}
