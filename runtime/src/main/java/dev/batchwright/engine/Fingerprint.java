package dev.batchwright.engine;

import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.Configuration;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.ShardSerializer;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a step's output depends on, name by name, and the SHA-256 of it all. Threads, memory, paths of the cache, concurrency and
 * retries are no part of it, for they change no row.
 *
 * @param covers what is covered, by name
 * @param hex the fingerprint in hexadecimal
 */
record Fingerprint(Map<String, String> covers, String hex) {

    private static final int LONGEST_VALUE = 120;

    Fingerprint {
        covers = Collections.unmodifiableMap(new TreeMap<>(covers));
    }

    /**
     * Computes the fingerprint of a step.
     *
     * @param upstream the fingerprints of the steps that feed it, by their names
     * @param identity what a source says of its input; empty for other steps
     */
    static Fingerprint of(Node node, Map<String, Fingerprint> upstream, String identity) {
        BatchManager<?, ?> manager = node.manager();
        StepSettings settings = manager.settings();
        Map<String, String> covers = new TreeMap<>();
        covers.put("class", manager.step().getClass().getName());
        covers.put("code", ClassDigest.of(manager.step().getClass()));
        covers.put("version", settings.version());
        if (settings.kind().isBatched()) {
            covers.put("batch size", settings.batchRows() + " rows, " + settings.batchBytes() + " bytes");
        }
        addSchema(covers, "input schema", manager.input());
        addSchema(covers, "right input schema", manager.rightInput());
        addSchema(covers, "output schema", manager.output());
        if (!identity.isEmpty()) {
            covers.put("input", identity);
        }
        Configuration configuration = new Configuration();
        manager.configure(configuration);
        configuration.values().forEach((name, value) -> covers.put("config " + name, shortened(value)));
        for (int i = 0; i < node.inputs().size(); i++) {
            String input = node.inputs().get(i);
            covers.put(
                    "upstream " + i + " " + input,
                    Objects.requireNonNull(upstream.get(input), input).hex());
        }
        StringBuilder text = new StringBuilder();
        covers.forEach(
                (name, value) -> text.append(name).append('\0').append(value).append('\0'));
        return new Fingerprint(covers, Digests.of(text.toString()));
    }

    private static void addSchema(Map<String, String> covers, String name, @Nullable ShardSerializer<?> rows) {
        if (rows != null) {
            covers.put(name, rows.schema().describe());
        }
    }

    /** Long values are covered by their hash, so that the metadata stays small. */
    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : "sha256 " + Digests.of(value);
    }
}
