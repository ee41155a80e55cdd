package dev.batchwright.engine;

import dev.batchwright.BatchId;
import dev.batchwright.PipelineStep;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheReader;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.ShardFormats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A pipeline of steps of all kinds that take one kind of row, drawn by a seed: sources, unions, forks and barriers. */
final class RandomGraph {

    private static final String NAME = "random";
    private static final List<String> FORMATS = List.of("msgpack", "parquet", "object", "auto");
    private static final List<String> COMPRESSIONS = List.of("none", "lz4", "zstd", "auto");

    private final Random random;
    private final List<String> persisted = new ArrayList<>();
    private final Map<BatchId, Long> sunk = new ConcurrentHashMap<>();
    private final PipelineDefinition definition;
    private final StringBuilder text = new StringBuilder();

    /**
     * Draws a graph.
     *
     * @param largest the most characters of a row
     */
    RandomGraph(long seed, int largest) {
        this.random = new Random(seed);
        PipelineDefinition.Builder builder = PipelineDefinition.named(NAME);
        List<String> open = new ArrayList<>();
        int sources = 1 + random.nextInt(2);
        for (int i = 0; i < sources; i++) {
            String name = "read-" + i;
            GraphSteps.Read step =
                    new GraphSteps.Read(1 + random.nextInt(4), 40 + random.nextInt(600), seed * 100 + i, largest);
            builder.persisted(new PassageManager(settings(name, StepKind.SOURCE), step));
            persisted.add(name);
            text.append(name).append(' ').append(step).append('\n');
            open.add(name);
        }
        int steps = 3 + random.nextInt(6);
        for (int i = 0; i < steps; i++) {
            add(builder, i, inputs(open), open);
        }
        builder.fused(
                new PassageManager(
                        settings("add", StepKind.SINK), new GraphSteps.Add(sunk, ConcurrentHashMap.newKeySet())),
                open.get(0));
        definition = builder.build();
    }

    /** One step, mostly the last; sometimes several, whose union it is. */
    private List<String> inputs(List<String> open) {
        List<String> inputs = new ArrayList<>();
        inputs.add(open.get(random.nextInt(open.size())));
        if (open.size() > 1 && random.nextInt(3) == 0) {
            String other = open.get(random.nextInt(open.size()));
            if (!inputs.contains(other)) {
                inputs.add(other);
            }
        }
        return inputs;
    }

    private void add(PipelineDefinition.Builder builder, int index, List<String> inputs, List<String> open) {
        StepKind kind = List.of(
                        StepKind.MAP,
                        StepKind.FILTER,
                        StepKind.FLAT_MAP,
                        StepKind.BATCH,
                        StepKind.ALIGNED_BATCH,
                        StepKind.KEYED,
                        StepKind.GLOBAL)
                .get(random.nextInt(persisted.containsAll(inputs) ? 7 : 5)); // a barrier reads what is kept
        String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + index;
        PassageManager manager = new PassageManager(settings(name, kind), step(kind, index));
        boolean keeps = index % 2 == 0 || random.nextBoolean();
        text.append(name)
                .append(inputs)
                .append(keeps ? " kept " : " ")
                .append(manager.settings())
                .append('\n');
        if (keeps) {
            builder.persisted(manager, inputs.toArray(String[]::new));
            persisted.add(name);
        } else {
            builder.fused(manager, inputs.toArray(String[]::new));
        }
        if (random.nextInt(3) > 0) {
            open.removeAll(inputs);
        }
        open.add(0, name);
    }

    private PipelineStep step(StepKind kind, int index) {
        return switch (kind) {
            case MAP -> new GraphSteps.Change(index);
            case FILTER -> new GraphSteps.Drop(index % 5);
            case FLAT_MAP -> new GraphSteps.Multiply(2);
            case BATCH -> new GraphSteps.ChangeAll(index);
            case ALIGNED_BATCH -> new GraphSteps.ChangeEach(index);
            case KEYED -> new GraphSteps.NumberGroup(index);
            default -> new GraphSteps.Sum(index);
        };
    }

    private StepSettings settings(String name, StepKind kind) {
        boolean mayCollect = kind.isBatched() && kind != StepKind.SINK;
        return StepSettings.of(name, kind)
                .withBatchSize(1 + random.nextInt(200), 1 << (10 + random.nextInt(14)))
                .withConcurrency(kind.isBatched() && random.nextInt(3) == 0 ? 2 : 1)
                .withRetries(mayCollect && random.nextInt(3) == 0 ? 1 : 0)
                .withFormat(
                        FORMATS.get(random.nextInt(FORMATS.size())),
                        COMPRESSIONS.get(random.nextInt(COMPRESSIONS.size())));
    }

    int steps() {
        return definition.nodes().size();
    }

    RunReport run(RunOptions options) {
        sunk.clear();
        return new LocalEngine().run(definition, options);
    }

    /** What the sink of the last run was given. */
    long sunk() {
        return sunk.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The rows of all steps that keep them, as numbers that are the same only for the same rows in the same order. */
    Map<String, Long> rows(Path cache) {
        Map<String, Long> sums = new TreeMap<>();
        try (CacheReader reader =
                new CacheReader(cache, NAME, new LocalCacheFiles(), ShardFormats.load(), 0, 1 << 20)) {
            for (String step : persisted) {
                long sum = 0;
                for (Passage row : reader.dataset(step, PassageSerializer.INSTANCE)) {
                    sum = 31 * sum + row.id() + 7L * row.text().hashCode();
                }
                sums.put(step, sum);
            }
        }
        return sums;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
