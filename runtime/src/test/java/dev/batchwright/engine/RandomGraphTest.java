package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the graph, the rows, the budget and the number of threads: a run ends, never exceeds its budget, leaves no reservation, and
 * makes what it makes with memory to spare.
 */
class RandomGraphTest {

    /** Far more than any takes. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private static final int[] LARGEST = {300, 30_000, 200_000, 1_000_000};

    @TempDir
    Path folder;

    @Test
    void anyGraphKeepsToAnyBudget() {
        long first = Long.getLong("memory.seed", new Random().nextLong());
        for (int i = 0; i < Integer.getInteger("memory.graphs", 6); i++) {
            keepsToItsBudget(first + i * 0x9E3779B97F4A7C15L, folder.resolve("graph-" + i));
        }
    }

    private static void keepsToItsBudget(long seed, Path caches) {
        Random random = new Random(seed);
        int largest = LARGEST[random.nextInt(LARGEST.length)];
        RandomGraph graph = new RandomGraph(seed, largest);
        // each step may have a batch that is filled, two in calls, and what they make, of one of the largest rows each
        long budget = (2L << 20) + random.nextInt(3 << 20) + 5L * graph.steps() * largest;
        int threads = 1 + random.nextInt(4);
        String what =
                "seed " + seed + ", budget " + budget + ", threads " + threads + ", largest " + largest + "\n" + graph;

        run(graph, options(caches.resolve("roomy")).memory("1GiB").threads(1), what);
        Map<String, Long> rows = graph.rows(caches.resolve("roomy"));
        long sunk = graph.sunk();
        RunReport report = run(
                graph, options(caches.resolve("cramped")).memory(budget + "B").threads(threads), what);

        assertThat(graph.rows(caches.resolve("cramped"))).as(what).isEqualTo(rows);
        assertThat(graph.sunk()).as(what).isEqualTo(sunk);
        assertThat(report.memory().peakBytes()).as(what).isBetween(1L, budget);
        assertThat(report.memory().forgottenBytes()).as(what).isZero();
        assertThat(report.memory().heldBytes()).as(what).isZero();
    }

    private static RunOptions options(Path cache) {
        return RunOptions.cacheAt(cache)
                .shardRows(400)
                .keyedShards(3)
                .progress(RunOptions.Progress.OFF)
                .autoFormat(RunOptions.AutoFormat.BY_SCHEMA);
    }

    private static RunReport run(RandomGraph graph, RunOptions options, String what) {
        return assertTimeoutPreemptively(DEADLINE, () -> graph.run(options), what);
    }
}
