package dev.batchwright.samples.everykind.durability;

import dev.batchwright.Run;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.engine.LocalEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs the mill so that nothing depends on the time of day: small shards, and a clock that goes by calls. */
final class MillRun {

    /** The seconds between two checkpoints, which is the number of calls between them. */
    static final int INTERVAL = 30;

    /** The rows of a split, enough for many parts. */
    static final int ROWS = 50;

    /** Calls that are in flight when the run dies, and what one row that enters sets off after the interval has passed. */
    static final int SLACK = 10;

    /** The steps whose rows are kept, but for the global one, which is one call. */
    private static final List<String> KEPT =
            List.of("read-grain", "pour", "sift", "weigh", "grade", "stick", "tally", "meet", "pack", "sell");

    private MillRun() {}

    /** How many calls of steps whose rows are kept these journals have more than an undisturbed run. */
    static long madeTwice(Journal undisturbed, List<Journal> journals) {
        return KEPT.stream()
                .mapToLong(step -> journals.stream()
                                .mapToLong(journal -> journal.callsOf(step))
                                .sum()
                        - undisturbed.callsOf(step))
                .sum();
    }

    static RunOptions options(Path cache, int threads) {
        return RunOptions.cacheAt(cache)
                .threads(threads)
                .shardRows(35)
                .keyedShards(3)
                .checkpointInterval(Duration.ofSeconds(INTERVAL))
                .autoFormat(RunOptions.AutoFormat.BY_SCHEMA)
                .progress(RunOptions.Progress.OFF);
    }

    /** Runs the mill with {@link #ROWS}. */
    static RunReport run(Journal journal, Shelf shelf, Path cache, int threads) {
        return run(journal, shelf, ROWS, options(cache, threads), new LocalCacheFiles());
    }

    static RunReport run(Journal journal, Shelf shelf, int rows, RunOptions options, CacheFiles files) {
        return new LocalEngine(files, journal::clock)
                .run(Mill.runner(journal, shelf, rows).definition(), options);
    }

    /** Starts the mill with {@link #ROWS}. */
    static Run start(Journal journal, Shelf shelf, RunOptions options, CacheFiles files) {
        return new LocalEngine(files, journal::clock)
                .start(Mill.runner(journal, shelf, ROWS).definition(), options);
    }
}
