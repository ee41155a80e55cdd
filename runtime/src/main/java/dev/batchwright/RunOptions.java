package dev.batchwright;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Where and how a pipeline runs. Immutable: every method gives new options. None of them changes the rows that a reader sees.
 *
 * @param cache the cache directory
 * @param memoryBytes the memory budget in bytes: the most that a run holds, besides what the steps' own code does. Where it is short, rows
 *     are moved to disk and tasks wait; a row that alone is larger ends the run with a message
 * @param memoryStated whether the memory budget was named, rather than computed from the heap
 * @param threads how many tasks run at once
 * @param shardRows how many rows a shard holds at most where a source or a step leaves the cut to the engine; empty to have it
 *     computed. It is fixed at the first run
 * @param keyedShards how many shards a keyed or co-group step makes
 * @param partBytes when a part file is closed, in encoded bytes
 * @param checkpointInterval when the open part files of a task are closed at the latest, counted from the last time
 * @param progress how progress is shown
 * @param autoFormat how format and compression are found where a step names none
 * @param diskRate how many bytes a second the disk of the cache is taken to write or read when formats are tried; empty to have it
 *     measured
 * @param columnBytes how many bytes of decoded columns are kept in memory at most, for steps that read the same rows again; they count
 *     against the memory budget and give way when it runs short. Empty for a sixteenth of the budget and at most 64 MiB
 * @param durability what outlives a loss of power
 * @param retention how long outputs under earlier fingerprints stay in the cache
 * @param verify whether all parts of the steps' present outputs are read for damage before anything else
 * @param stopAtShutdown whether the end of the process is held up until the run has ended in order
 * @param rerunQuarantined whether rows that were put aside are run again
 * @param oldRows what becomes of the rows in a cache of layout version 0
 * @param evolveRows whether rows that were kept before their records got columns or wider numbers are taken over
 * @param spillCompression how files of rows are compressed that memory has no room for: {@code auto}, {@code none}, {@code lz4} or
 *     {@code zstd}
 */
public record RunOptions(
        Path cache,
        long memoryBytes,
        boolean memoryStated,
        int threads,
        OptionalLong shardRows,
        int keyedShards,
        long partBytes,
        Duration checkpointInterval,
        Progress progress,
        AutoFormat autoFormat,
        OptionalLong diskRate,
        OptionalLong columnBytes,
        Durability durability,
        Retention retention,
        boolean verify,
        boolean stopAtShutdown,
        boolean rerunQuarantined,
        OldRows oldRows,
        boolean evolveRows,
        String spillCompression) {

    private static final List<String> SPILL_COMPRESSIONS = List.of("auto", "none", "lz4", "zstd");

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
        Objects.requireNonNull(durability, "durability");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(oldRows, "oldRows");
        positive(memoryBytes, "memory");
        positive(threads, "threads");
        positive(shardRows.orElse(1), "shardRows");
        positive(keyedShards, "keyedShards");
        positive(partBytes, "partBytes");
        positive(diskRate.orElse(1), "diskRate");
        positive(checkpointInterval.toMillis(), "checkpointInterval in milliseconds");
        if (!SPILL_COMPRESSIONS.contains(spillCompression)) {
            throw new IllegalArgumentException("spillCompression must be one of "
                    + String.join(", ", SPILL_COMPRESSIONS) + " but is '" + spillCompression + "'");
        }
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
        return new OptionsDraft(directory).options();
    }

    /**
     * The same with another memory budget.
     *
     * @param size a number and a unit, such as {@code 256MiB}
     * @return new options
     */
    public RunOptions memory(String size) {
        return with(draft -> {
            draft.memoryBytes = ByteSize.parse(size);
            draft.memoryStated = true;
        });
    }

    /**
     * The same with a memory budget, unless these options name one: what a pipeline asks for by {@code @Pipeline(memory)}.
     *
     * @param size a number and a unit, such as {@code 256MiB}
     * @return new options, or these
     */
    public RunOptions memoryByDefault(String size) {
        return memoryStated ? this : memory(size);
    }

    /**
     * The same with another number of threads.
     *
     * @param number at least 1
     * @return new options
     */
    public RunOptions threads(int number) {
        return with(draft -> draft.threads = number);
    }

    /**
     * The same with another size of shards.
     *
     * @param rows at least 1
     * @return new options
     */
    public RunOptions shardRows(long rows) {
        return with(draft -> draft.shardRows = OptionalLong.of(rows));
    }

    /**
     * The same with another number of shards for keyed and co-group steps.
     *
     * @param number at least 1
     * @return new options
     */
    public RunOptions keyedShards(int number) {
        return with(draft -> draft.keyedShards = number);
    }

    /**
     * The same with another size of part files.
     *
     * @param size a number and a unit, such as {@code 64MiB}
     * @return new options
     */
    public RunOptions partBytes(String size) {
        return with(draft -> draft.partBytes = ByteSize.parse(size));
    }

    /**
     * The same with another time after which an open part file is closed.
     *
     * @param interval the time, at least a millisecond
     * @return new options
     */
    public RunOptions checkpointInterval(Duration interval) {
        return with(draft -> draft.checkpointInterval = interval);
    }

    /**
     * The same with another way to show progress.
     *
     * @param mode how progress is shown
     * @return new options
     */
    public RunOptions progress(Progress mode) {
        return with(draft -> draft.progress = mode);
    }

    /**
     * The same with another way to find formats and compressions.
     *
     * @param how by trial or by schema; what an earlier run has found under the same fingerprint stays
     * @return new options
     */
    public RunOptions autoFormat(AutoFormat how) {
        return with(draft -> draft.autoFormat = how);
    }

    /**
     * The same with a given speed of the disk, for the choice of formats and compressions by trial. The slower the disk, the smaller
     * the files that are chosen.
     *
     * @param size the bytes of a second: a number and a unit, such as {@code 200MiB}
     * @return new options
     */
    public RunOptions diskRate(String size) {
        return with(draft -> draft.diskRate = OptionalLong.of(ByteSize.parse(size)));
    }

    /**
     * The same with another bound for decoded columns that are kept in memory.
     *
     * @param size a number and a unit, such as {@code 64MiB}; with {@code 1B} none are kept
     * @return new options
     */
    public RunOptions columnMemory(String size) {
        return with(draft -> draft.columnBytes = OptionalLong.of(ByteSize.parse(size)));
    }

    /**
     * The same with or without a look for damage before anything else.
     *
     * @param first whether all parts of the steps' present outputs are read before the run begins, and those that are damaged are made
     *     again; else damage is found by the steps that read it
     * @return new options
     */
    public RunOptions verify(boolean first) {
        return with(draft -> draft.verify = first);
    }

    /**
     * The same with another promise about what outlives a loss of power.
     *
     * @param promise the promise; {@link Durability#PROCESS} unless it is set
     * @return new options
     */
    public RunOptions durability(Durability promise) {
        return with(draft -> draft.durability = promise);
    }

    /**
     * The same where outputs under earlier fingerprints are removed that no run has used for some time. See {@link Retention}.
     *
     * @param unused the longest time since the last use, not negative
     * @return new options
     */
    public RunOptions ttl(Duration unused) {
        return with(draft -> draft.ttl = Optional.of(unused));
    }

    /**
     * The same where of each step only so many outputs under earlier fingerprints are kept, those that were used last.
     *
     * @param number at least 0, which keeps none beside the current one
     * @return new options
     */
    public RunOptions keep(int number) {
        return with(draft -> draft.keep = OptionalInt.of(number));
    }

    /**
     * The same where outputs under earlier fingerprints are removed until all outputs together have so many bytes at most, those first
     * that were not used for the longest time. Current ones count but stay, however large they are.
     *
     * @param size a number and a unit, such as {@code 100GiB}
     * @return new options
     */
    public RunOptions maxBytes(String size) {
        return with(draft -> draft.maxBytes = OptionalLong.of(ByteSize.parse(size)));
    }

    /**
     * The same with another way to behave when the process is ending: by {@code SIGINT}, {@code SIGTERM} or {@code System.exit}.
     *
     * @param inOrder true, which is the default, to have the run end in order before the process does, as by {@link Run#cancel}; a
     *     second signal then ends the process at once. False to have the process end without regard to the run, as by {@code kill -9}:
     *     what is committed stays
     * @return new options
     */
    public RunOptions stopAtShutdown(boolean inOrder) {
        return with(draft -> draft.stopAtShutdown = inOrder);
    }

    /**
     * The same with another answer to a cache of layout version 0.
     *
     * @param answer the answer; {@link OldRows#REFUSE} unless it is set
     * @return new options
     */
    public RunOptions rowsOfVersion0(OldRows answer) {
        return with(draft -> draft.oldRows = answer);
    }

    /**
     * The same with or without running rows again that earlier runs have put aside. With true, steps that have put rows aside are given
     * just these; what they had made of all others is kept, and comes in its place. So it is also where the step's code, version or
     * configuration has changed since, as by a fix: that it makes the same as before of the rows that were good is taken on trust.
     * Where an earlier step has changed too, or the rows, all are run; so they are for a sink that has changed.
     *
     * @param again whether they are run again; false unless set
     * @return new options
     */
    public RunOptions rerunQuarantined(boolean again) {
        return with(draft -> draft.rerunQuarantined = again);
    }

    /**
     * The same with or without taking over rows that were kept before their records changed. A record that gets a column that is
     * {@code @Nullable} or an {@code Optional}, or a wider number, gives the steps that make it another fingerprint. With true, rows of
     * the earlier one stay, read as rows of the record as it is now, where nothing else of the step has changed but its code. That its
     * code still does the same is taken on trust; where it does not, give the step another {@code version}, and its rows are made anew.
     *
     * @param onTrust whether they are taken over; false unless set
     * @return new options
     */
    public RunOptions evolveRows(boolean onTrust) {
        return with(draft -> draft.evolveRows = onTrust);
    }

    /**
     * The same with another compression of files of rows that memory has no room for.
     *
     * @param setting {@code auto}, which is the default, to have each file compressed by what was found to be short lately, the disk or
     *     the processor; {@code none}, {@code lz4} or {@code zstd} to have all of them compressed alike
     * @return new options
     */
    public RunOptions spillCompression(String setting) {
        return with(draft -> draft.spillCompression = setting);
    }

    private RunOptions with(Consumer<OptionsDraft> change) {
        OptionsDraft draft = new OptionsDraft(this);
        change.accept(draft);
        return draft.options();
    }

    private static void positive(long number, String what) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + " must be at least 1 but is " + number);
        }
    }
}
