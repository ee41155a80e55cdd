package dev.batchwright.cache;

import dev.batchwright.CacheException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code usage.json} says: when runs have last used the outputs of steps. Runs are numbered, so that their order does not depend on
 * a clock; times are only for ages.
 *
 * @param run the number of the last run
 * @param steps for each step and folder name of a fingerprint, its last use
 */
record Usage(long run, Map<String, Map<String, LastUse>> steps) {

    static final String FILE = "usage.json";

    static final Usage NONE = new Usage(0, Map.of());

    /**
     * A use.
     *
     * @param run the number of the run
     * @param at when, in ISO-8601
     */
    record LastUse(long run, String at) {

        /** A clock that went backwards makes no use younger than now; one that cannot be read is as good as now. */
        Instant time(Instant now) {
            try {
                Instant time = Instant.parse(at);
                return time.isAfter(now) ? now : time;
            } catch (RuntimeException e) {
                return now;
            }
        }
    }

    Usage {
        Map<String, Map<String, LastUse>> copy = new TreeMap<>();
        steps.forEach((step, outputs) -> copy.put(step, Collections.unmodifiableMap(new TreeMap<>(outputs))));
        steps = Collections.unmodifiableMap(copy);
    }

    /** What the file of a cache says. One that cannot be read knows nothing. */
    static Usage read(Path root, CacheJson json) throws IOException {
        try {
            Usage known = json.read(root.resolve(FILE), FILE, Usage.class);
            return known == null ? NONE : known;
        } catch (CacheException e) {
            return NONE;
        }
    }

    /** The last use of an output, or null if none is known. */
    @Nullable
    LastUse of(String step, String output) {
        return steps.getOrDefault(step, Map.of()).get(output);
    }

    /** The same where a run of this number uses some outputs now; uses from the future are put at now, so that they begin to age. */
    Usage with(long number, Map<String, String> outputs, Instant now) {
        Map<String, Map<String, LastUse>> changed = new TreeMap<>();
        steps.forEach((step, known) ->
                known.forEach((output, use) -> changed.computeIfAbsent(step, name -> new TreeMap<>())
                        .put(output, new LastUse(use.run(), use.time(now).toString()))));
        outputs.forEach((step, output) -> changed.computeIfAbsent(step, name -> new TreeMap<>())
                .put(output, new LastUse(number, now.toString())));
        return new Usage(Math.max(number, run), changed);
    }

    /** The same with nothing but some outputs. */
    Usage only(BiPredicate<String, String> which) {
        Map<String, Map<String, LastUse>> left = new TreeMap<>();
        steps.forEach((step, known) -> known.forEach((output, use) -> {
            if (which.test(step, output)) {
                left.computeIfAbsent(step, name -> new TreeMap<>()).put(output, use);
            }
        }));
        return new Usage(run, left);
    }
}
