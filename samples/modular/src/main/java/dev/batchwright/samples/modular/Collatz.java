package dev.batchwright.samples.modular;

import dev.batchwright.Dataset;
import dev.batchwright.KeyedStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.SequentialSource;
import dev.batchwright.annotation.Compression;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Format;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how many of the first numbers take how many steps of the Collatz sequence to reach 1, and traces the walk of the largest. Each
 * step that is kept has another format, so that all of them are at work on the module path. The last one runs in a process of its own, which
 * has the same modules.
 */
@Pipeline
@Flow({Collatz.FirstNumbers.class, Collatz.WalkDown.class, Collatz.CountWalks.class, Collatz.TraceLargest.class})
public final class Collatz {

    private Collatz() {}

    record Start(long value) {}

    record Walk(long start, int steps) {}

    record WalksOfLength(int steps, long walks, long largestStart) {}

    /** A piece of a walk. */
    sealed interface Turn {}

    record Halved(long value, int times) implements Turn {}

    record Tripled(long value) implements Turn {}

    record Trace(WalksOfLength walks, List<Turn> turns, Map<String, Integer> counts) {}

    @Step
    record FirstNumbers(long count) implements SequentialSource<Start> {
        @Override
        public RowReader<Start> open(long firstRow) {
            long[] next = {firstRow + 1};
            return () -> next[0] > count ? null : new Start(next[0]++);
        }
    }

    @Step(persist = Persist.ALWAYS, format = Format.PARQUET, compression = Compression.ZSTD)
    record WalkDown() implements MapStep<Start, Walk> {
        @Override
        public Walk map(Start start) {
            int steps = 0;
            for (long value = start.value(); value != 1; steps++) {
                value = value % 2 == 0 ? value / 2 : 3 * value + 1;
            }
            return new Walk(start.value(), steps);
        }
    }

    @Step(persist = Persist.ALWAYS, format = Format.MESSAGE_PACK, compression = Compression.LZ4)
    record CountWalks() implements KeyedStep<Integer, Walk, WalksOfLength> {
        @Override
        public Integer key(Walk walk) {
            return walk.steps();
        }

        @Override
        public void process(Integer steps, Dataset<Walk> walks, Output<WalksOfLength> out) {
            var starts = walks.stream().mapToLong(Walk::start).summaryStatistics();
            out.add(new WalksOfLength(steps, starts.getCount(), starts.getMax()));
        }
    }

    @Step(format = Format.OBJECT, compression = Compression.ZSTD, isolated = true, heap = "48MiB")
    record TraceLargest() implements MapStep<WalksOfLength, Trace>, Serializable {
        @Override
        public Trace map(WalksOfLength walks) {
            List<Turn> turns = new ArrayList<>();
            Map<String, Integer> counts = new TreeMap<>();
            long value = walks.largestStart();
            while (value != 1) {
                int halvings = Long.numberOfTrailingZeros(value);
                turns.add(halvings == 0 ? new Tripled(value) : new Halved(value, halvings));
                counts.merge(halvings == 0 ? "tripled" : "halved", Math.max(1, halvings), Integer::sum);
                value = halvings == 0 ? 3 * value + 1 : value >> halvings;
            }
            return new Trace(walks, turns, counts);
        }
    }

    /** Runs the pipeline in the cache directory that is named, and prints the walks of 16 steps and the largest of them. */
    public static void main(String[] args) {
        Path directory = Path.of(args.length == 0 ? "modular-cache" : args[0]);
        CollatzRunner.builder()
                .firstNumbers(new FirstNumbers(1000))
                .build()
                .run(RunOptions.cacheAt(directory).progress(RunOptions.Progress.OFF));
        try (var cache = CollatzCache.open(directory)) {
            cache.countWalks().stream().filter(row -> row.steps() == 16).forEach(System.out::println);
            cache.traceLargest().stream()
                    .filter(row -> row.walks().steps() == 16)
                    .forEach(row -> System.out.println(row.turns() + " " + row.counts()));
        }
    }
}
