package dev.batchwright.engine;

import dev.batchwright.CacheException;
import dev.batchwright.RunOptions;
import dev.batchwright.Split;
import dev.batchwright.StoredFormat;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.cache.StepInfo.Cut;
import dev.batchwright.cache.StepStore;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.observe.RunMetrics;
import dev.batchwright.observe.StepMetrics;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.StageGraph;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that has to be known before the first task starts: fingerprints, folders, formats, splits and cuts. */
final class Preparation {

    private final StageGraph graph;
    private final CacheDirectory cache;
    private final Encodings encodings;
    private final Cuts cuts;
    private final @Nullable BadRowReruns reruns;
    private final Map<String, SourceInput> inputs = new HashMap<>();
    private final Map<String, Fingerprint> fingerprints = new HashMap<>();
    private final Map<String, Cut> cutOfHeads = new TreeMap<>();
    private final Map<String, StepRuntime> steps = new LinkedHashMap<>();

    private Preparation(
            StageGraph graph,
            RunOptions options,
            CacheDirectory cache,
            ShardFormats formats,
            @Nullable BadRowReruns reruns) {
        this.graph = graph;
        this.reruns = reruns;
        this.cache = cache;
        this.encodings = new Encodings(options, cache, formats);
        this.cuts = new Cuts(graph, options);
    }

    static Preparation of(
            StageGraph graph,
            RunOptions options,
            CacheDirectory cache,
            ShardFormats formats,
            RunMetrics metrics,
            StopSignal stop,
            @Nullable BadRowReruns reruns) {
        Preparation preparation = new Preparation(graph, options, cache, formats, reruns);
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
        StepStore present = cache.store(node.name(), fingerprint.hex());
        StepStore store = reruns == null ? present : reruns.again(node, present, cache.readInfo(present));
        StepInfo known = cache.readInfo(store);
        if (isHead(node)) {
            Cut stored = known == null ? null : known.cuts().get(node.name());
            cutOfHeads.put(node.name(), stored != null ? stored : cuts.of(node, input));
        }
        StepMetrics counts = metrics.addStep(
                node.name(),
                node.manager().settings().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        keep(node, fingerprint, store, known, counts);
    }

    /** The output of which good rows are taken over; empty where none are. */
    private String basis(Node node, Fingerprint fingerprint, @Nullable StepInfo known, Map<String, Cut> cutsHere) {
        if (known != null) {
            return known.basis();
        }
        return reruns == null ? "" : reruns.earlier(node, fingerprint, cutsHere);
    }

    private void keep(
            Node node, Fingerprint fingerprint, StepStore store, @Nullable StepInfo known, StepMetrics counts) {
        Map<String, Cut> cutsHere = cutsOf(node);
        EncodingPlan plan = encodings.plan(node, known);
        String basis = basis(node, fingerprint, known, cutsHere);
        String why = Reasons.why(cache.readLastInfo(node.name()), fingerprint);
        counts.explain(reruns == null ? why : reruns.why(node, why));
        StepInfo info = info(node, fingerprint, plan, cutsHere, basis, known);
        if (known == null || !known.cuts().equals(cutsHere)) {
            try {
                store.clearAll();
            } catch (IOException e) {
                throw new CacheException("Parts of step " + node.name() + " cannot be removed from the cache: " + e, e);
            }
        }
        if (!info.equals(known)) {
            cache.writeInfo(store, info);
        }
        StepEncoding encoding = plan == null ? null : encodings.of(node, plan, store, info, counts);
        String outputId = Digests.of(store.output() + cutsHere);
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
                        new WorkerNumbers(),
                        counts));
    }

    private static StepInfo info(
            Node node,
            Fingerprint fingerprint,
            @Nullable EncodingPlan plan,
            Map<String, Cut> cuts,
            String basis,
            @Nullable StepInfo known) {
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
                known == null ? List.of() : known.adopted());
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
