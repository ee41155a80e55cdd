package dev.batchwright.engine;

import dev.batchwright.RunOptions;
import dev.batchwright.annotation.Format;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.memory.MemoryBudget;
import dev.batchwright.memory.SpillCompression;
import dev.batchwright.memory.SpilledForm;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.plan.StageGraph;
import dev.batchwright.shard.ColumnMemory;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * What all parts of a run share. Safe for use by several threads.
 *
 * @param graph the stages
 * @param options where and how
 * @param cache the cache directory
 * @param steps the steps by name
 * @param pools the threads of steps with several calls in flight
 * @param shards the numbers of shards, as far as they are known
 * @param barrierInputs what barriers have read, by their stages, once it is whole; safe for use by several threads
 * @param memory what the run may hold
 * @param formats the formats of files
 * @param columns decoded columns that are kept for those who read the same rows again
 * @param clock a cheap clock in nanoseconds
 * @param attempt tells the temporary files of this run from those of others
 * @param stop says that the run is to end
 */
record RunContext(
        StageGraph graph,
        RunOptions options,
        CacheDirectory cache,
        Map<String, StepRuntime> steps,
        StepPools pools,
        ShardNumbers shards,
        Map<Stage, Lineage.Input> barrierInputs,
        MemoryBudget memory,
        ShardFormats formats,
        ColumnMemory columns,
        LongSupplier clock,
        String attempt,
        StopSignal stop) {

    /** How rows of a step go to disk that memory has no room for. */
    <T> SpilledForm<T> spilled(ShardSerializer<T> rows, StepRuntime step) {
        return new SpilledForm<>(
                rows,
                formats.named(Format.OBJECT),
                SpillCompression.of(options.spillCompression()),
                new SpillFolder(cache, step.metrics()));
    }

    StepRuntime step(Lane lane) {
        return step(lane.name());
    }

    StepRuntime step(String name) {
        return Objects.requireNonNull(steps.get(name), name);
    }
}
