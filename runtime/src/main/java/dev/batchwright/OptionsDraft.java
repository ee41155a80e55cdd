package dev.batchwright;

import dev.batchwright.RunOptions.AutoFormat;
import dev.batchwright.RunOptions.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Options while one of them is changed. */
final class OptionsDraft {

    private final Path cache;
    long memoryBytes = Runtime.getRuntime().maxMemory() / 2;
    boolean memoryStated;
    int threads = Runtime.getRuntime().availableProcessors();
    OptionalLong shardRows = OptionalLong.empty();
    int keyedShards = 8;
    long partBytes = 64L << 20;
    Duration checkpointInterval = Duration.ofSeconds(5);
    Progress progress = Progress.AUTO;
    AutoFormat autoFormat = AutoFormat.BY_TRIAL;
    OptionalLong diskRate = OptionalLong.empty();
    OptionalLong columnBytes = OptionalLong.empty();
    Durability durability = Durability.PROCESS;
    Optional<Duration> ttl = Optional.empty();
    OptionalInt keep = OptionalInt.empty();
    OptionalLong maxBytes = OptionalLong.empty();
    boolean verify;
    boolean stopAtShutdown = true;
    boolean rerunQuarantined;
    OldRows oldRows = OldRows.REFUSE;
    boolean evolveRows;
    String spillCompression = "auto";

    OptionsDraft(Path cache) {
        this.cache = cache;
    }

    OptionsDraft(RunOptions options) {
        this.cache = options.cache();
        this.memoryBytes = options.memoryBytes();
        this.memoryStated = options.memoryStated();
        this.threads = options.threads();
        this.shardRows = options.shardRows();
        this.keyedShards = options.keyedShards();
        this.partBytes = options.partBytes();
        this.checkpointInterval = options.checkpointInterval();
        this.progress = options.progress();
        this.autoFormat = options.autoFormat();
        this.diskRate = options.diskRate();
        this.columnBytes = options.columnBytes();
        this.durability = options.durability();
        this.ttl = options.retention().ttl();
        this.keep = options.retention().keep();
        this.maxBytes = options.retention().maxBytes();
        this.verify = options.verify();
        this.stopAtShutdown = options.stopAtShutdown();
        this.rerunQuarantined = options.rerunQuarantined();
        this.oldRows = options.oldRows();
        this.evolveRows = options.evolveRows();
        this.spillCompression = options.spillCompression();
    }

    RunOptions options() {
        return new RunOptions(
                cache,
                memoryBytes,
                memoryStated,
                threads,
                shardRows,
                keyedShards,
                partBytes,
                checkpointInterval,
                progress,
                autoFormat,
                diskRate,
                columnBytes,
                durability,
                new Retention(ttl, keep, maxBytes),
                verify,
                stopAtShutdown,
                rerunQuarantined,
                oldRows,
                evolveRows,
                spillCompression);
    }
}
