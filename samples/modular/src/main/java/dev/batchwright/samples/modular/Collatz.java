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
import java.nio.file.Path;

/** Counts how many of the first numbers take how many steps of the Collatz sequence to reach 1, and names the largest. */
@Pipeline
@Flow({Collatz.FirstNumbers.class, Collatz.WalkDown.class, Collatz.CountWalks.class})
public final class Collatz {

    private Collatz() {}

    record Start(long value) {}

    record Walk(long start, int steps) {}

    record WalksOfLength(int steps, long walks, long largestStart) {}

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

    @Step(format = Format.MESSAGE_PACK, compression = Compression.LZ4)
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

    /** Runs the pipeline in the cache directory that is named, and prints the walks of 16 steps. */
    public static void main(String[] args) {
        Path directory = Path.of(args.length == 0 ? "modular-cache" : args[0]);
        CollatzRunner.builder()
                .firstNumbers(new FirstNumbers(1000))
                .build()
                .run(RunOptions.cacheAt(directory).progress(RunOptions.Progress.OFF));
        try (var cache = CollatzCache.open(directory)) {
            cache.countWalks().stream().filter(row -> row.steps() == 16).forEach(System.out::println);
        }
    }
}
