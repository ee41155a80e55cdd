package dev.batchwright.engine;

import dev.batchwright.CacheException;
import dev.batchwright.RunOptions;
import dev.batchwright.Split;
import dev.batchwright.StoredFormat;
import dev.batchwright.cache.AdoptedParts;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.cache.StepInfo.Cut;
import dev.batchwright.cache.StepStore;
import dev.batchwright.engine.RowEvolution.Offer;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.isolation.IsolatedStep;
import dev.batchwright.observe.RunMetrics;
import dev.batchwright.observe.StepMetrics;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.plan.StageGraph;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Everything that has to be known before the first task starts: fingerprints, folders, formats, splits and cuts. */
final class Preparation {

    private final StageGraph graph;
    private final CacheDirectory cache;
    private final Encodings encodings;
    private final Cuts cuts;
    private final long memoryBytes;
    private final @Nullable BadRowReruns reruns;
    private final Map<String, SourceInput> inputs = new HashMap<>();
    private final Map<String, Fingerprint> fingerprints = new HashMap<>();
    private final RowEvolution evolution;
    private final Map<String, Cut> cutOfHeads = new TreeMap<>();
    private final Map<String, StepRuntime> steps = new LinkedHashMap<>();

    private Preparation(
            StageGraph graph,
            RunOptions options,
            CacheDirectory cache,
            ShardFormats formats,
            RowEvolution evolution,
            @Nullable BadRowReruns reruns) {
        this.graph = graph;
        this.reruns = reruns;
        this.cache = cache;
        this.encodings = new Encodings(options, cache, formats);
        this.cuts = new Cuts(graph, options);
        this.memoryBytes = options.memoryBytes();
        this.evolution = evolution;
    }

    static Preparation of(
            StageGraph graph,
            RunOptions options,
            CacheDirectory cache,
            ShardFormats formats,
            RowEvolution evolution,
            @Nullable BadRowReruns reruns,
            RunMetrics metrics,
            StopSignal stop) {
        Preparation preparation = new Preparation(graph, options, cache, formats, evolution, reruns);
        for (Node node : graph.pipeline().nodes()) {
            stop.check();
            preparation.prepare(node, metrics);
        }
        return preparation;
    }

    /** The steps by name, in their order in the pipeline. */
    Map<String, StepRuntime> steps() {
        return Collections.unmodifiableMap(steps);
    }

    /** How the shards that begin with a source or a barrier are cut. */
    Cut cut(String head) {
        return Objects.requireNonNull(cutOfHeads.get(head), head);
    }

    /** The splits of a source. */
    List<Split> splits(String source) {
        return Objects.requireNonNull(inputs.get(source), source).splits();
    }

    private void prepare(Node node, RunMetrics metrics) {
        SourceInput input = SourceInput.of(node);
        inputs.put(node.name(), input);
        Fingerprint fingerprint = Fingerprint.of(node, fingerprints, input.identity());
        fingerprints.put(node.name(), fingerprint);
        StepStore present = cache.steps().open(node.name(), fingerprint.hex());
        StepStore store = reruns == null
                ? present
                : reruns.again(node, present, cache.steps().read(present));
        StepInfo known = cache.steps().read(store);
        StepInfo last = cache.readLastInfo(node.name());
        Offer offer = evolution.find(node, fingerprint, known, last);
        if (isHead(node)) {
            Cut stored = storedCut(node, known, offer);
            cutOfHeads.put(node.name(), stored != null ? stored : cuts.of(node, input));
        }
        StepMetrics counts = metrics.addStep(
                node.name(),
                node.manager().settings().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        clearIfUnusable(node, store, known);
        Offer taken = offer == null ? null : evolution.decide(node, offer, cutsOf(node), groupsOf(node), store, cache);
        String basis = basis(node, fingerprint, known);
        String why = evolution.why(node, taken, Reasons.why(last, fingerprint));
        counts.explain(reruns == null ? why : reruns.why(node, why));
        keep(node, fingerprint, store, known, basis, evolution.takes() ? taken : null, counts);
    }

    /** The output of which good rows are taken over; empty where none are. */
    private String basis(Node node, Fingerprint fingerprint, @Nullable StepInfo known) {
        if (known != null) {
            return known.basis();
        }
        return reruns == null ? "" : reruns.earlier(node, fingerprint, cutsOf(node));
    }

    private @Nullable Cut storedCut(Node node, @Nullable StepInfo known, @Nullable Offer offer) {
        if (known == null
                && offer != null
                && evolution.takes()
                && offer.change().isReadable()) {
            return offer.earlier().info().cuts().get(node.name());
        }
        return known == null ? null : known.cuts().get(node.name());
    }

    /**
     * Without knowing how the shards were cut, nothing that is there is of any use. And a changed record may spread groups over shards
     * otherwise than the earlier one did: of such shards, all are of one of them.
     */
    private void clearIfUnusable(Node node, StepStore store, @Nullable StepInfo known) {
        if (known == null
                || !known.cuts().equals(cutsOf(node))
                || (!known.adopted().isEmpty() && AdoptedParts.wouldBeMixed(store, groupsOf(node)))) {
            try {
                store.clearAll();
            } catch (IOException e) {
                throw new CacheException("Parts of step " + node.name() + " cannot be removed from the cache: " + e, e);
            }
        }
    }

    private void keep(
            Node node,
            Fingerprint fingerprint,
            StepStore store,
            @Nullable StepInfo known,
            String basis,
            @Nullable Offer offer,
            StepMetrics counts) {
        Map<String, Cut> cutsHere = cutsOf(node);
        boolean hasFormat = known != null && !known.format().isEmpty();
        EncodingPlan plan = encodings.plan(
                node, offer == null || hasFormat ? known : offer.earlier().info());
        List<StepInfo.Adopted> adopted = RowEvolution.adopted(offer, known);
        StepInfo info = info(node, fingerprint, plan, cutsHere, basis, adopted).withMemory(memory(node, known, offer));
        if (!info.equals(known)) {
            cache.steps().write(store, info);
        }
        if (offer != null) {
            evolution.take(node, offer, store, cache);
        }
        KeptInfo kept = new KeptInfo(cache.steps(), store, info);
        StepEncoding encoding = plan == null ? null : encodings.of(node, plan, kept, counts);
        String outputId = Digests.of(RowEvolution.firstFingerprint(store, adopted) + cutsHere);
        Quarantine quarantine = Quarantine.of(node.manager().settings(), store, cache);
        if (quarantine == null) {
            Quarantine.refuse(store, cache);
        }
        steps.put(
                node.name(),
                new StepRuntime(
                        node,
                        store,
                        encoding,
                        outputId,
                        quarantine,
                        basis.isEmpty() ? null : Basis.of(node.name(), basis, cache),
                        new LearnedMemory(node.manager().settings(), kept, memoryBytes),
                        new WorkerNumbers(),
                        isolated(node.manager(), counts),
                        counts));
    }

    /** What cannot be sent to a process is found here, before any row is processed. */
    private static @Nullable IsolatedStep<?, ?> isolated(BatchManager<?, ?> manager, StepMetrics counts) {
        return manager.settings().isIsolated() ? IsolatedStep.of(manager, counts::countChildRestart) : null;
    }

    /** Rows that are taken over keep their batches, as they keep their ids: what follows is cut as it was begun. */
    private StepInfo.@Nullable Memory memory(Node node, @Nullable StepInfo known, @Nullable Offer offer) {
        StepInfo before = known == null && offer != null ? offer.earlier().info() : known;
        return before == null || before.memory() == null
                ? LearnedMemory.first(node.manager().settings(), memoryBytes)
                : before.memory();
    }

    private static StepInfo info(
            Node node,
            Fingerprint fingerprint,
            @Nullable EncodingPlan plan,
            Map<String, Cut> cuts,
            String basis,
            List<StepInfo.Adopted> adopted) {
        ShardSerializer<?> rows = node.manager().output();
        StoredFormat format = plan == null ? StoredFormat.NONE : plan.describe();
        return new StepInfo(
                node.name(),
                fingerprint.hex(),
                fingerprint.covers(),
                rows == null ? "" : rows.schema().describe(),
                format.format(),
                format.reason(),
                format.compression(),
                plan == null ? null : plan.trial(),
                cuts,
                basis,
                adopted,
                null);
    }

    /** The shards of a step that have groups of rows with one key. */
    private List<Integer> groupsOf(Node node) {
        List<Integer> shards = new ArrayList<>();
        for (Lane lane : graph.lanes(node.name())) {
            if (lane.stage().begin() == Stage.Begin.GROUPS) {
                int count = cut(lane.stage().head().name()).keyedShards();
                IntStream.range(0, count).forEach(shard -> shards.add(ShardNumbers.shard(lane, shard)));
            }
        }
        return shards;
    }

    private boolean isHead(Node node) {
        return graph.lanes(node.name()).get(0).inputs().isEmpty();
    }

    /** The cuts of all stages that a step runs in: what its shards depend on besides its fingerprint. */
    private Map<String, Cut> cutsOf(Node node) {
        Map<String, Cut> found = new TreeMap<>();
        for (Lane lane : graph.lanes(node.name())) {
            String head = lane.stage().head().name();
            found.put(head, cut(head));
        }
        return found;
    }
}
