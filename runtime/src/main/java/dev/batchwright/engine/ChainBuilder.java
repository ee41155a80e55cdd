package dev.batchwright.engine;

import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.MapStep;
import dev.batchwright.PipelineStep;
import dev.batchwright.ZipStep;
import dev.batchwright.cache.MarkWriter;
import dev.batchwright.cache.QuarantineWriter;
import dev.batchwright.cache.RowStore;
import dev.batchwright.cache.UndecidedWriter;
import dev.batchwright.cache.WriteSettings;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.isolation.BatchCall;
import dev.batchwright.isolation.IsolatedStep;
import dev.batchwright.memory.StepMemory;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.PartFooter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the chain of one shard. Types along edges were checked by the compiler; here they are erased. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class ChainBuilder {

    private final RunContext context;
    private final int stageShard;
    private final ShardNeeds needs;
    private final Worker worker;
    private final Lineage lineage;
    private final TaskStop stop;
    private final @Nullable Mend mend;
    private final TimedCheckpoint timed;
    private final @Nullable EndOfPart endOfPart;
    private final Map<Lane, Emitter<?>> entries = new HashMap<>();
    private final Map<Lane, Emitter> emitters = new HashMap<>();
    private final Map<Lane, ShardQuarantine> quarantines = new HashMap<>();
    private final Map<Lane, Link> links = new LinkedHashMap<>(); // in the order in which rows come to them
    private final Map<Lane, StepMemory> memories = new HashMap<>();
    private final List<AutoCloseable> writers = new ArrayList<>();

    private ChainBuilder(RunContext context, int stageShard, ShardNeeds needs, @Nullable Mend mend, Worker worker) {
        this.context = context;
        this.stageShard = stageShard;
        this.needs = needs;
        this.mend = mend;
        this.worker = worker;
        this.lineage = new Lineage(context);
        this.stop = new TaskStop(context.stop());
        this.timed = new TimedCheckpoint(
                context.clock(), context.options().checkpointInterval().toNanos(), stop);
        this.endOfPart = mend == null ? null : new EndOfPart(mend.gap().after().firstInputRow());
    }

    /** Builds what makes whatever a shard lacks. */
    static Chain build(RunContext context, Stage stage, int stageShard, ShardNeeds needs, Worker worker) {
        return new ChainBuilder(context, stageShard, needs, null, worker).build(stage);
    }

    /** Builds what makes one missing part of a shard. */
    static Chain build(RunContext context, Stage stage, int stageShard, Mend mend, Worker worker) {
        return new ChainBuilder(context, stageShard, mend.needs(), mend, worker).build(stage);
    }

    private Chain build(Stage stage) {
        try {
            stage.lanes().forEach(this::place);
            return chain();
        } catch (Throwable e) {
            chain().close();
            throw e;
        }
    }

    private Chain chain() {
        List<Link<?, ?>> inOrder = new ArrayList<>();
        links.values().forEach(inOrder::add);
        return new Chain(entries, endOfPart == null ? timed : endOfPart, stop, inOrder, writers);
    }

    private void place(Lane lane) {
        StepRuntime step = context.step(lane);
        int shard = ShardNumbers.shard(lane, stageShard);
        if (needs.runs(lane)) {
            if (!step.isCalledInPool()) {
                worker.open(step);
            }
            RowStore writer = writer(lane, step, shard);
            Emitter emitter =
                    new Emitter(step, shard, stop, writer, needs.start(lane).outputRow());
            if (endOfPart != null && writer != null) {
                endOfPart.of(emitter);
            } else if (writer != null) {
                timed.add(emitter);
            }
            emitters.put(lane, emitter);
            if (!lane.inputs().isEmpty()) {
                connect(lane, step, shard, emitter);
            }
        } else if (needs.loads(lane)) {
            emitters.put(lane, new Emitter<>(step, shard, stop, null, 0));
        } else {
            return;
        }
        if (lane.inputs().isEmpty() || needs.loads(lane)) {
            entries.put(lane, emitter(lane));
        }
    }

    private @Nullable RowStore writer(Lane lane, StepRuntime step, int shard) {
        if (!step.leavesTraces()) {
            return null;
        }
        PartFooter reached = mend == null
                ? new StoredShard(step.store(), shard).keepReached()
                : mend.gap().before();
        int next = reached == null ? 0 : reached.part() + 1;
        WriteSettings settings = new WriteSettings(
                context.options().partBytes(),
                timed::want,
                context.attempt(),
                step.metrics()::countPart,
                lastPart -> lineage.inputDigest(lane, stageShard, lastPart),
                beside(lane, step, shard, next),
                memory(lane));
        RowStore store = step.isSink()
                ? new MarkWriter(step.store(), shard, settings, reached)
                : new UndecidedWriter(
                        step.store(),
                        shard,
                        Objects.requireNonNull(step.manager().output(), step.name()),
                        Objects.requireNonNull(step.encoding(), step.name()),
                        settings,
                        reached);
        RowStore writer = mend == null ? store : new SinglePart<>(store);
        writers.add(writer);
        return writer;
    }

    /** What a step holds in this task. */
    private StepMemory memory(Lane lane) {
        return memories.computeIfAbsent(
                lane,
                key -> worker.memory().step(lane.name(), context.step(lane).metrics()::addHeld));
    }

    private WriteSettings.Beside beside(Lane lane, StepRuntime step, int shard, int nextPart) {
        Quarantine quarantine = step.quarantine();
        if (quarantine == null) {
            return WriteSettings.Beside.NOTHING;
        }
        quarantine.forget(shard, nextPart, mend == null ? Integer.MAX_VALUE : nextPart + 1);
        QuarantineWriter writer = new QuarantineWriter(
                quarantine.store(),
                shard,
                Objects.requireNonNull(step.manager().input(), step.name()),
                context.attempt(),
                memory(lane));
        writers.add(writer);
        quarantines.put(lane, new ShardQuarantine<>(quarantine, writer, shard, timed::want));
        return writer;
    }

    private void connect(Lane lane, StepRuntime step, int shard, Emitter out) {
        List<Lane> inputs = lane.inputs();
        Start start = needs.start(lane);
        if (step.manager().step() instanceof ZipStep zip) {
            ZipLink link = new ZipLink(step, zip, shard, out, start, memory(lane), worker.memory());
            place(lane, link);
            consume(inputs.get(0), lane, link.left());
            consume(inputs.get(1), lane, link.right());
            return;
        }
        Link link = link(lane, step, shard, out, start);
        place(lane, link);
        Link upstream = links.get(inputs.get(0));
        if (upstream != null && !context.step(inputs.get(0)).leavesTraces()) {
            link.follow(upstream);
        }
        consume(inputs.get(0), lane, link);
    }

    private void place(Lane lane, Link link) {
        links.put(lane, link);
        if (context.step(lane).settings().checkpointAfterEveryBatch()) {
            link.commitEveryCall(timed::want);
        }
        if (endOfPart != null && mend != null && lane.equals(mend.lane())) {
            endOfPart.of(link);
        }
    }

    /** Lets a step take the rows of another one from the first that it has not dealt with. */
    private void consume(Lane input, Lane lane, Receiver receiver) {
        Receiver taking = endOfPart != null && mend != null && lane.equals(mend.lane())
                ? endOfPart.ending(receiver, mend.inputRows())
                : receiver;
        long skip = needs.start(lane).inputRow() - needs.firstRowOut(input);
        emitter(input).addConsumer(skip > 0 ? new SkippingReceiver(taking, lane.name(), skip) : taking);
    }

    private Emitter emitter(Lane lane) {
        Emitter emitter = emitters.get(lane);
        if (emitter == null) {
            throw new IllegalStateException("Nothing feeds from " + lane);
        }
        return emitter;
    }

    private Link link(Lane lane, StepRuntime step, int shard, Emitter out, Start start) {
        PipelineStep user = step.manager().step();
        BatchManager manager = step.manager();
        if (StepPools.isCollected(step)) {
            return collectedLink(lane, step, call(step, shard), shard, out, start);
        }
        return switch (step.settings().kind()) {
            case MAP -> new MapLink(step, (MapStep) user, shard, out, start, worker.memory());
            case FILTER -> new FilterLink(step, (FilterStep) user, shard, out, start, worker.memory());
            case FLAT_MAP -> new FlatMapLink(step, (FlatMapStep) user, shard, out, start, worker.memory());
            default ->
                new DirectBatchLink(step, manager, call(step, shard), shard, out, start, memory(lane), worker.memory());
        };
    }

    private Link collectedLink(Lane lane, StepRuntime step, BatchCall call, int shard, Emitter out, Start start) {
        OrderedCalls.Pool pool = context.pools().of(step);
        ShardQuarantine quarantine = quarantines.get(lane);
        ShardBasis basis =
                step.basis() == null ? null : ShardBasis.of(step.basis(), step, shard, start, context.columns());
        if (basis == null || !lineage.isGivenTheSame(lane, stageShard, basis.inputDigest())) {
            return new CollectedLink(step, step.manager(), call, pool, quarantine, shard, out, start, memory(lane));
        }
        writers.add(basis);
        return new PatchedLink(step, step.manager(), call, pool, quarantine, basis, shard, out, start, memory(lane));
    }

    private static BatchCall call(StepRuntime step, int shard) {
        IsolatedStep isolated = step.isolated();
        return isolated == null ? BatchCall.of(step.manager(), shard) : isolated.call(shard);
    }
}
