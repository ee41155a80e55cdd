package dev.batchwright;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Where and how a pipeline runs. Immutable: every method gives new options. None of them changes the rows that a reader sees.
 *
 * @param cache the cache directory
 * @param memoryBytes the memory budget in bytes; the grouping of keyed and co-group steps keeps to it, and a run that needs more for
 *     that ends with a message
 * @param threads how many tasks run at once
 * @param shardRows how many rows a shard holds at most where a source or a step leaves the cut to the engine; empty to have it
 *     computed. It is fixed at the first run
 * @param keyedShards how many shards a keyed or co-group step makes
 * @param partBytes when a part file is closed, in encoded bytes
 * @param checkpointInterval when a part file is closed at the latest, counted from its first row
 * @param progress how progress is shown
 * @param autoFormat how format and compression are found where a step names none
 * @param diskRate how many bytes a second the disk of the cache is taken to write or read when formats are tried; empty to have it
 *     measured
 */
public record RunOptions(
        Path cache,
        long memoryBytes,
        int threads,
        OptionalLong shardRows,
        int keyedShards,
        long partBytes,
        Duration checkpointInterval,
        Progress progress,
        AutoFormat autoFormat,
        OptionalLong diskRate) {

    /** How progress is shown while a pipeline runs. */
    public enum Progress {
        /** One line that is rewritten on a terminal, plain log lines elsewhere. */
        AUTO,
        /** Plain log lines. */
        LOG,
        /** Nothing. */
        OFF
    }

    /** How format and compression are found where a step names none. */
    public enum AutoFormat {
        /**
         * By a trial on the first rows of the step, where there are enough of them; else by the schema. As processor time is measured,
         * two runs that begin with empty caches may come to different results where these are close.
         */
        BY_TRIAL,
        /** By the schema alone: the same in every run. */
        BY_SCHEMA
    }

    /** Checks that every number is positive. */
    public RunOptions {
        Objects.requireNonNull(cache, "cache");
        positive(memoryBytes, "memory");
        positive(threads, "threads");
        positive(shardRows.orElse(1), "shardRows");
        positive(keyedShards, "keyedShards");
        positive(partBytes, "partBytes");
        positive(diskRate.orElse(1), "diskRate");
        positive(checkpointInterval.toMillis(), "checkpointInterval in milliseconds");
    }

    /**
     * Options with all defaults: half of the heap as memory, one thread for each processor, parts of 64 MiB, a checkpoint every
     * five seconds.
     *
     * @param directory the cache directory; it is created where it is missing
     * @return the options
     */
    public static RunOptions cacheAt(Path directory) {
        Runtime machine = Runtime.getRuntime();
        return new RunOptions(
                directory,
                machine.maxMemory() / 2,
                machine.availableProcessors(),
                OptionalLong.empty(),
                8,
                64L << 20,
                Duration.ofSeconds(5),
                Progress.AUTO,
                AutoFormat.BY_TRIAL,
                OptionalLong.empty());
    }

    /**
     * The same with another memory budget.
     *
     * @param size a number and a unit, such as {@code 256MiB}
     * @return new options
     */
    public RunOptions memory(String size) {
        return new RunOptions(
                cache,
                ByteSize.parse(size),
                threads,
                shardRows,
                keyedShards,
                partBytes,
                checkpointInterval,
                progress,
                autoFormat,
                diskRate);
    }

    /**
     * The same with another number of threads.
     *
     * @param number at least 1
     * @return new options
     */
    public RunOptions threads(int number) {
        return new RunOptions(
                cache,
                memoryBytes,
                number,
                shardRows,
                keyedShards,
                partBytes,
                checkpointInterval,
                progress,
                autoFormat,
                diskRate);
    }

    /**
     * The same with another length of shards.
     *
     * @param rows at least 1
     * @return new options
     */
    public RunOptions shardRows(long rows) {
        return new RunOptions(
                cache,
                memoryBytes,
                threads,
                OptionalLong.of(rows),
                keyedShards,
                partBytes,
                checkpointInterval,
                progress,
                autoFormat,
                diskRate);
    }

    /**
     * The same with another number of shards of keyed steps.
     *
     * @param number at least 1
     * @return new options
     */
    public RunOptions keyedShards(int number) {
        return new RunOptions(
                cache,
                memoryBytes,
                threads,
                shardRows,
                number,
                partBytes,
                checkpointInterval,
                progress,
                autoFormat,
                diskRate);
    }

    /**
     * The same with another size of part files.
     *
     * @param size a number and a unit, such as {@code 64MiB}
     * @return new options
     */
    public RunOptions partBytes(String size) {
        return new RunOptions(
                cache,
                memoryBytes,
                threads,
                shardRows,
                keyedShards,
                ByteSize.parse(size),
                checkpointInterval,
                progress,
                autoFormat,
                diskRate);
    }

    /**
     * The same with another checkpoint interval.
     *
     * @param interval at least a millisecond
     * @return new options
     */
    public RunOptions checkpointInterval(Duration interval) {
        return new RunOptions(
                cache,
                memoryBytes,
                threads,
                shardRows,
                keyedShards,
                partBytes,
                interval,
                progress,
                autoFormat,
                diskRate);
    }

    /**
     * The same with another way to show progress.
     *
     * @param mode how
     * @return new options
     */
    public RunOptions progress(Progress mode) {
        return new RunOptions(
                cache,
                memoryBytes,
                threads,
                shardRows,
                keyedShards,
                partBytes,
                checkpointInterval,
                mode,
                autoFormat,
                diskRate);
    }

    /**
     * The same with another way to find formats and compressions.
     *
     * @param how by trial or by schema; what an earlier run has found under the same fingerprint stays
     * @return new options
     */
    public RunOptions autoFormat(AutoFormat how) {
        return new RunOptions(
                cache,
                memoryBytes,
                threads,
                shardRows,
                keyedShards,
                partBytes,
                checkpointInterval,
                progress,
                how,
                diskRate);
    }

    /**
     * The same with a given speed of the disk, for the choice of formats and compressions by trial. The slower the disk, the smaller
     * the files that are chosen.
     *
     * @param size the bytes of a second: a number and a unit, such as {@code 200MiB}
     * @return new options
     */
    public RunOptions diskRate(String size) {
        return new RunOptions(
                cache,
                memoryBytes,
                threads,
                shardRows,
                keyedShards,
                partBytes,
                checkpointInterval,
                progress,
                autoFormat,
                OptionalLong.of(ByteSize.parse(size)));
    }

    private static void positive(long number, String what) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + " must be at least 1 but is " + number);
        }
    }
}
