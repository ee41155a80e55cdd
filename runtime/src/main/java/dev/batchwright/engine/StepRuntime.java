package dev.batchwright.engine;

import dev.batchwright.StepContext;
import dev.batchwright.cache.StepStore;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.isolation.IsolatedStep;
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
 * @param memory what is known of the memory that it needs
 * @param workers how many workers have opened it; they do so one after the other
 * @param isolated the processes that it runs in; null where it runs in this one
 * @param metrics its counts
 */
record StepRuntime(
        Node node,
        StepStore store,
        @Nullable StepEncoding encoding,
        String outputId,
        @Nullable Quarantine quarantine,
        @Nullable Basis basis,
        LearnedMemory memory,
        WorkerNumbers workers,
        @Nullable IsolatedStep<?, ?> isolated,
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

    /** Opens it for the thread that calls. */
    void open(StepContext context) throws Exception {
        if (isolated != null) {
            isolated.open(context);
        } else {
            manager().step().open(context);
        }
    }

    /** Closes it for the thread that calls. */
    void close() throws Exception {
        if (isolated != null) {
            isolated.close();
        } else {
            manager().step().close();
        }
    }

    /** Ends the processes that it runs in and that nobody has closed, since their threads have been left behind. */
    void kill() {
        if (isolated != null) {
            isolated.kill();
        }
    }

    /** Whether the threads of tasks need not open it, which would cost each of them a process: its calls are made by threads of its own. */
    boolean isCalledInPool() {
        return isolated != null && settings().concurrency() > 1;
    }

    /** Whether the cache says which of its shards are done: by their parts or, for a sink, by marks. */
    boolean leavesTraces() {
        return node.persisted() || isSink();
    }
}
