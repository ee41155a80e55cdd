package dev.batchwright.engine;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.CacheException;
import dev.batchwright.OldRows;
import dev.batchwright.RunOptions;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.Migration;
import dev.batchwright.cache.StepStore;
import dev.batchwright.cache.VersionZero;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.observe.RunMetrics;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.plan.StageGraph;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a cache of version 0 over as the current outputs of the steps of their names. As such a cache knows no shards, a
 * step is adopted only where all of its rows are one shard, and that shard is one part: whatever is lost of it later, it is made again
 * as a whole, from its true input.
 */
final class Adoption {

    /** More than any split has, and far from where sums overflow. */
    private static final long ALL_ROWS = 1L << 50;

    private static final String VERSION = "version 0";

    private final StageGraph graph;
    private final Preparation prepared;
    private final Map<String, AdoptedRows> read = new HashMap<>();
    private final Map<String, AdoptedOutput> outcome = new LinkedHashMap<>();

    private Adoption(StageGraph graph, Preparation prepared) {
        this.graph = graph;
        this.prepared = prepared;
    }

    /** Does nothing where the cache is not of version 0. */
    static List<AdoptedOutput> run(StageGraph graph, RunOptions options, CacheDirectory cache, ShardFormats formats) {
        if (!cache.isVersion0()) {
            return List.of();
        }
        if (options.oldRows() == OldRows.REFUSE) {
            throw new CacheException(
                    "The cache " + options.cache() + " is of layout version 0, whose " + VersionZero.FILE
                            + " does not say with which code, configuration and input its rows were made."
                            + " Take them on trust with RunOptions.rowsOfVersion0(OldRows.ADOPT), or compute them again"
                            + " with OldRows.RECOMPUTE. Nothing has been changed.",
                    null);
        }
        Migration migration = cache.migration();
        if (options.oldRows() == OldRows.RECOMPUTE) {
            migration.end(Map.of());
            return List.of();
        }
        migration.begin();
        RunMetrics uncounted = new RunMetrics(graph.pipeline().name(), 1);
        RowEvolution none = new RowEvolution(cache.steps().earlier(), false);
        RunOptions inOneShard = options.shardRows(ALL_ROWS).keyedShards(1);
        Adoption adoption = new Adoption(
                graph, Preparation.of(graph, inOneShard, cache, formats, none, null, uncounted, new StopSignal()));
        try {
            migration.read(graph.pipeline().name(), adoption::begin);
        } finally {
            adoption.read.values().forEach(AdoptedRows::close);
        }
        migration.end(adoption.decide(migration));
        return List.copyOf(adoption.outcome.values());
    }

    private VersionZero.@Nullable Rows begin(String step, boolean isFinished) {
        Node node = graph.pipeline().nodes().stream()
                .filter(candidate -> candidate.name().equals(step))
                .findFirst()
                .orElse(null);
        String problem = problem(node, step, isFinished);
        if (node == null || !problem.isEmpty()) {
            outcome.put(step, new AdoptedOutput(step, VERSION, 0, false, problem));
            return null;
        }
        boolean isLastShard = stage(step).cutsAsItGoes();
        AdoptedRows rows =
                new AdoptedRows(Objects.requireNonNull(prepared.steps().get(step)), isLastShard);
        read.put(step, rows);
        return rows;
    }

    /** Why the rows of a step cannot be taken, as far as that can be told without them; empty if they can. */
    private String problem(@Nullable Node node, String step, boolean isFinished) {
        if (node == null) {
            return "as the pipeline has no such step";
        }
        if (!node.persisted()) {
            return "as rows of this step are not kept";
        }
        if (!isFinished) {
            return "as the step was not finished";
        }
        AdoptedRows first = read.remove(step);
        if (first != null) {
            first.close();
            clear(step);
            return "as the step comes twice";
        }
        return graph.lanes(step).size() == 1 && hasOneShard(stage(step)) ? "" : "as the step has several shards";
    }

    private Stage stage(String step) {
        return graph.lanes(step).get(0).stage();
    }

    private boolean hasOneShard(Stage stage) {
        return switch (stage.begin()) {
            case SPLITS ->
                ShardSlice.cut(prepared.splits(stage.head().name()), ALL_ROWS).size() == 1;
            case STREAM, ALL_ROWS -> stage.head().node().persisted();
            case GROUPS, STORED -> true;
        };
    }

    /** Of those that fit, the ones are adopted of which all kept steps before them are. The rest leaves no trace. */
    private Map<String, StepStore> decide(Migration migration) {
        Map<String, StepStore> adopted = new LinkedHashMap<>();
        Set<Stage> stages = new HashSet<>();
        for (Node node : graph.pipeline().nodes()) {
            AdoptedRows rows = read.get(node.name());
            if (rows == null) {
                continue;
            }
            String problem = rows.problem();
            List<String> lacking = keptBefore(node).stream()
                    .filter(input -> !adopted.containsKey(input))
                    .toList();
            if (problem.isEmpty() && !lacking.isEmpty()) {
                problem = "as those of " + String.join(", ", lacking) + " before it are not";
            }
            if (problem.isEmpty()) {
                adopted.put(node.name(), store(node.name()));
                graph.lanes(node.name()).forEach(lane -> stages.add(lane.stage()));
            } else {
                clear(node.name());
            }
            String why = problem.isEmpty()
                    ? "on trust, as nothing says with which code, configuration and input they were made"
                    : problem;
            outcome.put(node.name(), new AdoptedOutput(node.name(), VERSION, rows.count(), problem.isEmpty(), why));
        }
        forgetCuts(migration, stages);
        return adopted;
    }

    /** The nearest steps before one whose rows are kept. */
    private Set<String> keptBefore(Node node) {
        Set<String> kept = new HashSet<>();
        for (String input : node.inputs()) {
            Node before = graph.lanes(input).get(0).node();
            kept.addAll(before.persisted() ? Set.of(input) : keptBefore(before));
        }
        return kept;
    }

    /** Stages of which nothing was adopted are cut as the options of the run say. */
    private void forgetCuts(Migration migration, Set<Stage> stages) {
        List<StepStore> free = new ArrayList<>();
        for (String step : prepared.steps().keySet()) {
            if (graph.lanes(step).stream().map(Lane::stage).noneMatch(stages::contains)) {
                free.add(store(step));
            }
        }
        migration.remove(free);
    }

    private StepStore store(String step) {
        return Objects.requireNonNull(prepared.steps().get(step), step).store();
    }

    private void clear(String step) {
        try {
            store(step).clearAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
