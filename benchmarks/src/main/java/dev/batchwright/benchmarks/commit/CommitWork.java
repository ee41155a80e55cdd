package dev.batchwright.benchmarks.commit;

import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.Progress;
import dev.batchwright.StepFailedException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Does the work once, in the JVM that is measured; what it says is left in a file. */
final class CommitWork {

    /** The exit code of a process that dies where it was told to: of no surprise to who started it. */
    static final int DIED = 0;

    static final int PARTS = 20_000;

    private static final int WINDOW = 1000;

    /** Enough for the compiler of the JVM to come to rest, so that early commits are not the slow ones. */
    private static final int WARM_UP = 8_000;

    private CommitWork() {}

    /**
     * {@code parts CACHE SAYS}, {@code resume CACHE SAYS} or {@code text CACHE INPUT SECONDS DEADLY_DOC}.
     *
     * @param args as above
     */
    public static void main(String[] args) throws IOException {
        Path cache = Path.of(args[1]);
        switch (args[0]) {
            case "parts" -> Files.writeString(Path.of(args[2]), commitCost(cache));
            case "resume" -> Files.writeString(Path.of(args[2]), secondsToFirstRow(cache));
            case "text" -> text(cache, Path.of(args[2]), Long.parseLong(args[3]), Long.parseLong(args[4]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static RunOptions options(Path cache) {
        return RunOptions.cacheAt(cache)
                .threads(1)
                .progress(Progress.OFF)
                .autoFormat(RunOptions.AutoFormat.BY_SCHEMA); // else runs could differ by the format that a trial finds
    }

    /** Leaves a shard of 20,000 parts that is not whole; gives what a row with its commit took, in microseconds, early and late. */
    private static String commitCost(Path cache) {
        commit(cache.resolveSibling(cache.getFileName() + "-warm-up"), new Pace(0, Long.MAX_VALUE), WARM_UP);
        Pace pace = new Pace(PARTS + 1, Long.MAX_VALUE);
        try {
            commit(cache, pace, PARTS + WINDOW);
        } catch (StepFailedException e) {
            if (!pace.isFull()) {
                throw e;
            }
        }
        return String.format(
                Locale.ROOT,
                "%.3f %.3f",
                pace.medianBetween(10, 10 + WINDOW) / 1e3,
                pace.medianBetween(PARTS - WINDOW, PARTS) / 1e3);
    }

    private static void commit(Path cache, Pace pace, long rows) {
        EveryRowPipelineRunner.builder()
                .rows(new EveryRowPipeline.Rows(rows))
                .note(new EveryRowPipeline.Note(pace))
                .build()
                .run(options(cache));
    }

    private static String secondsToFirstRow(Path cache) {
        Pace pace = new Pace(1, Long.MAX_VALUE);
        long began = System.nanoTime();
        long startMillis = ManagementFactory.getRuntimeMXBean().getUptime();
        commit(cache, pace, PARTS + WINDOW);
        double run = (pace.first() - began) / 1e9;
        return String.format(Locale.ROOT, "%.3f %.3f", run, run + startMillis / 1e3);
    }

    private static void text(Path cache, Path input, long seconds, long deadlyDoc) {
        InterruptedPipelineRunner.builder()
                .readDocs(new InterruptedPipeline.ReadDocs(input))
                .normalise(new InterruptedPipeline.Normalise(new Pace(0, deadlyDoc)))
                .build()
                .run(options(cache).checkpointInterval(Duration.ofSeconds(seconds)));
    }
}
