package dev.batchwright.engine;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.BatchStep;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.PipelineStep;
import dev.batchwright.Sink;
import dev.batchwright.ZipStep;
import dev.batchwright.cache.RowStore;
import dev.batchwright.cache.UndecidedWriter;
import dev.batchwright.cache.WriteSettings;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the chain of one shard. Types along edges were checked by the compiler; here they are erased. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class ChainBuilder {

    private final RunContext context;
    private final int stageShard;
    private final ShardNeeds needs;
    private final Worker worker;
    private final Map<Lane, Emitter<?>> entries = new HashMap<>();
    private final Map<Lane, Emitter> emitters = new HashMap<>();
    private final List<AutoCloseable> writers = new ArrayList<>();

    private ChainBuilder(RunContext context, int stageShard, ShardNeeds needs, Worker worker) {
        this.context = context;
        this.stageShard = stageShard;
        this.needs = needs;
        this.worker = worker;
    }

    static Chain build(RunContext context, Stage stage, int stageShard, ShardNeeds needs, Worker worker) {
        ChainBuilder builder = new ChainBuilder(context, stageShard, needs, worker);
        try {
            stage.lanes().forEach(builder::place);
        } catch (RuntimeException e) {
            new Chain(Map.of(), builder.writers).close();
            throw e;
        }
        return new Chain(builder.entries, builder.writers);
    }

    private void place(Lane lane) {
        StepRuntime step = context.step(lane);
        int shard = ShardNumbers.shard(lane, stageShard);
        if (needs.load().contains(lane)) {
            Emitter<?> emitter = new Emitter<>(step, shard, null, null);
            emitters.put(lane, emitter);
            entries.put(lane, emitter);
        } else if (needs.run().contains(lane)) {
            worker.open(step);
            Emitter emitter = new Emitter(step, shard, writer(step, shard), sinkEnd(step, shard));
            emitters.put(lane, emitter);
            if (lane.inputs().isEmpty()) {
                entries.put(lane, emitter);
            } else {
                connect(lane, step, shard, emitter);
            }
        }
    }

    private @Nullable RowStore writer(StepRuntime step, int shard) {
        ShardSerializer serializer = step.manager().output();
        StepEncoding encoding = step.encoding();
        if (!step.node().persisted() || serializer == null || encoding == null) {
            return null;
        }
        clear(step, shard);
        WriteSettings settings = new WriteSettings(
                context.options().partBytes(),
                context.options().checkpointInterval().toNanos(),
                context.clock(),
                context.attempt(),
                step.metrics()::countPart);
        RowStore writer = new UndecidedWriter(step.store(), shard, serializer, encoding, settings);
        writers.add(writer);
        return writer;
    }

    private @Nullable SinkEnd sinkEnd(StepRuntime step, int shard) {
        return step.isSink() ? new SinkEnd(step.store(), shard, context.attempt()) : null;
    }

    private static void clear(StepRuntime step, int shard) {
        try {
            step.store().clear(shard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(Lane lane, StepRuntime step, int shard, Emitter out) {
        if (step.manager().step() instanceof ZipStep zip) {
            ZipLink link = new ZipLink(step, zip, shard, out);
            emitter(lane.inputs().get(0)).addConsumer(link.left());
            emitter(lane.inputs().get(1)).addConsumer(link.right());
            return;
        }
        emitter(lane.inputs().get(0)).addConsumer(link(step, shard, out));
    }

    private Emitter emitter(Lane lane) {
        Emitter emitter = emitters.get(lane);
        if (emitter == null) {
            throw new IllegalStateException("Nothing feeds from " + lane);
        }
        return emitter;
    }

    private Link link(StepRuntime step, int shard, Emitter out) {
        PipelineStep user = step.manager().step();
        BatchManager manager = step.manager();
        if (StepPools.isCollected(step)) {
            return new CollectedLink(
                    step, manager, call(step, user, shard), context.pools().of(step), shard, out);
        }
        return switch (step.settings().kind()) {
            case MAP -> new MapLink(step, (MapStep) user, shard, out);
            case FILTER -> new FilterLink(step, (FilterStep) user, shard, out);
            case FLAT_MAP -> new FlatMapLink(step, (FlatMapStep) user, shard, out);
            default -> new DirectBatchLink(step, manager, call(step, user, shard), shard, out);
        };
    }

    private static BatchCall call(StepRuntime step, PipelineStep user, int shard) {
        return switch (step.settings().kind()) {
            case MAP -> (batch, number, out) -> out.add(((MapStep) user).map(batch.get(0)));
            case FILTER -> (batch, number, out) -> keep((FilterStep) user, batch.get(0), out);
            case FLAT_MAP -> (batch, number, out) -> ((FlatMapStep) user).flatMap(batch.get(0), out);
            case BATCH -> BatchCall.of((BatchStep) user);
            case ALIGNED_BATCH -> BatchCall.of((AlignedBatchStep) user);
            case SINK -> BatchCall.of((Sink) user, step.name(), shard);
            default -> throw new IllegalStateException(step.name() + " takes no rows within a chain");
        };
    }

    private static void keep(FilterStep filter, Object row, Output out) throws Exception {
        if (filter.keep(row)) {
            out.add(row);
        }
    }
}
