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
 * @param columnBytes how many bytes of decoded columns are kept in memory at most, for steps that read the same rows again; they count
 *     against the memory budget and give way when it runs short. Empty for a sixteenth of the budget and at most 64 MiB
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
        OptionalLong columnBytes) {

    /** How progress is shown while a pipeline runs. */
    public enum Progress {
        /** One line that is rewritten on a terminal, plain log lines elsewhere. */
        AUTO,
        /** Plain log lines. */
        LOG,
        /** Nothing. */
        OFF
    }

    /** Checks that every number is positive. */
    public RunOptions {
        Objects.requireNonNull(cache, "cache");
        positive(memoryBytes, "memory");
        positive(threads, "threads");
        positive(shardRows.orElse(1), "shardRows");
        positive(keyedShards, "keyedShards");
        positive(partBytes, "partBytes");
        positive(checkpointInterval.toMillis(), "checkpointInterval in milliseconds");
        if (columnBytes.orElse(0) < 0) {
            throw new IllegalArgumentException("columnMemory must be at least 0 but is " + columnBytes.getAsLong());
        }
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
                columnBytes);
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
                columnBytes);
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
                columnBytes);
    }

    /**
     * The same with another number of shards of keyed steps.
     *
     * @param number at least 1
     * @return new options
     */
    public RunOptions keyedShards(int number) {
        return new RunOptions(
                cache, memoryBytes, threads, shardRows, number, partBytes, checkpointInterval, progress, columnBytes);
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
                columnBytes);
    }

    /**
     * The same with another checkpoint interval.
     *
     * @param interval at least a millisecond
     * @return new options
     */
    public RunOptions checkpointInterval(Duration interval) {
        return new RunOptions(
                cache, memoryBytes, threads, shardRows, keyedShards, partBytes, interval, progress, columnBytes);
    }

    /**
     * The same with another bound for decoded columns that are kept in memory.
     *
     * @param size a number and a unit, such as {@code 64MiB}; with {@code 1B} none are kept
     * @return new options
     */
    public RunOptions columnMemory(String size) {
        return new RunOptions(
                cache,
                memoryBytes,
                threads,
                shardRows,
                keyedShards,
                partBytes,
                checkpointInterval,
                progress,
                OptionalLong.of(ByteSize.parse(size)));
    }

    /**
     * The same with another way to show progress.
     *
     * @param mode how
     * @return new options
     */
    public RunOptions progress(Progress mode) {
        return new RunOptions(
                cache, memoryBytes, threads, shardRows, keyedShards, partBytes, checkpointInterval, mode, columnBytes);
    }

    private static void positive(long number, String what) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + " must be at least 1 but is " + number);
        }
    }
}
