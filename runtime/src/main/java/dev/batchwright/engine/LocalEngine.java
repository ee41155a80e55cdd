package dev.batchwright.engine;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.PipelinePlan;
import dev.batchwright.Run;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.CacheReader;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.cache.OldOutputs;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.PipelineEngine;
import dev.batchwright.generated.StoredRows;
import dev.batchwright.plan.StageGraph;
import dev.batchwright.shard.ColumnMemory;
import dev.batchwright.shard.ShardFormats;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Runs pipelines in this process. Registered as a service. Safe for use by several threads. */
public final class LocalEngine implements PipelineEngine {

    /** The share of the heap that a reader of a cache may use for rows that it sorts. */
    private static final int SORT_SHARE = 4;

    private final CacheFiles files;
    private final Supplier<RunClock> clocks;
    private final InstantSource calendar;

    /** Makes the engine; called by the service loader. */
    public LocalEngine() {
        this(new LocalCacheFiles(), CoarseClock::new);
    }

    /**
     * Makes an engine in other surroundings.
     *
     * @param files the file system that holds the caches
     * @param clocks makes a clock for each run
     */
    public LocalEngine(CacheFiles files, Supplier<RunClock> clocks) {
        this(files, clocks, InstantSource.system());
    }

    /**
     * Makes an engine in other surroundings and in another time.
     *
     * @param files the file system that holds the caches
     * @param clocks makes a clock for each run
     * @param calendar the time by which outputs get old
     */
    public LocalEngine(CacheFiles files, Supplier<RunClock> clocks, InstantSource calendar) {
        this.files = files;
        this.clocks = clocks;
        this.calendar = calendar;
    }

    @Override
    public PipelinePlan plan(PipelineDefinition pipeline) {
        return StageGraph.of(pipeline).describe(new PlannedFormats()::of);
    }

    @Override
    public PipelinePlan plan(PipelineDefinition pipeline, RunOptions options) {
        PlannedFormats formats = new PlannedFormats(pipeline, options, files);
        OldOutputs old = new OldOutputs(options.cache(), files);
        return StageGraph.of(pipeline)
                .describe(formats::of)
                .withUpkeep(
                        old.preview(formats.outputs(), options.retention(), calendar.instant()), formats.adoptions());
    }

    @Override
    public RunReport run(PipelineDefinition pipeline, RunOptions options) {
        return run(pipeline, options, new StopSignal());
    }

    @Override
    public Run start(PipelineDefinition pipeline, RunOptions options) {
        StopSignal stop = new StopSignal();
        return LocalRun.start(pipeline.name(), stop, () -> run(pipeline, options, stop));
    }

    private RunReport run(PipelineDefinition pipeline, RunOptions options, StopSignal stop) {
        try (ShutdownStop shutdown = ShutdownStop.register(options, stop)) {
            return shutdown.watch(() -> runInCache(pipeline, options, stop));
        }
    }

    private RunReport runInCache(PipelineDefinition pipeline, RunOptions options, StopSignal stop) {
        ShardFormats formats = ShardFormats.load();
        try (CacheDirectory cache = CacheDirectory.openForWriting(
                options.cache(), pipeline.name(), options.durability(), files, formats, options.verify())) {
            StageGraph graph = StageGraph.of(pipeline);
            List<AdoptedOutput> adopted = Adoption.run(graph, options, cache, formats);
            Upkeep upkeep = new Upkeep(cache, options.retention(), calendar, adopted);
            return new PipelineRun(graph, options, cache, formats, clocks, upkeep, stop).run();
        }
    }

    @Override
    public StoredRows open(Path directory, String pipeline) {
        long heap = Runtime.getRuntime().maxMemory();
        return new CacheReader(
                directory, pipeline, files, ShardFormats.load(), ColumnMemory.defaultLimit(heap), heap / SORT_SHARE);
    }
}
