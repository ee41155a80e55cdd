package dev.batchwright.engine;

import dev.batchwright.cache.StepStore;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.observe.StepMetrics;
import org.jspecify.annotations.Nullable;

/**
 * A step during a run.
 *
 * @param node the step in its place
 * @param store its folder in the cache
 * @param encoding how its parts are written; null where none are
 * @param outputId changes with the step's fingerprint and with the cut of its shards
 * @param quarantine the rows that it has put aside; null where it puts none aside
 * @param basis the earlier output of which good rows are taken over; null where there is none
 * @param workers how many workers have opened it; they do so one after the other
 * @param metrics its counts
 */
record StepRuntime(
        Node node,
        StepStore store,
        @Nullable StepEncoding encoding,
        String outputId,
        @Nullable Quarantine quarantine,
        @Nullable Basis basis,
        WorkerNumbers workers,
        StepMetrics metrics) {

    String name() {
        return node.name();
    }

    BatchManager<?, ?> manager() {
        return node.manager();
    }

    StepSettings settings() {
        return node.manager().settings();
    }

    boolean isSink() {
        return settings().kind() == StepKind.SINK;
    }

    /** Whether the cache says which of its shards are done: by their parts or, for a sink, by marks. */
    boolean leavesTraces() {
        return node.persisted() || isSink();
    }
}
