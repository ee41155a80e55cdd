package dev.batchwright.samples.everykind.durability;

import dev.batchwright.Run;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.engine.LocalEngine;
import java.nio.file.Path;
import java.time.Duration;

/** Runs the mill so that nothing depends on the time of day: small shards, and a clock that goes by calls. */
final class MillRun {

    /** The seconds between two checkpoints, which is the number of calls between them. */
    static final int INTERVAL = 30;

    /** The rows of a split, enough for many parts. */
    static final int ROWS = 50;

    private MillRun() {}

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
