package dev.batchwright.benchmarks.storage;

import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.shard.CompressionSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the formats. Each contender has a JVM of its own, so that the compiler sees only what it would see in use, and they take
 * turns, so that a busy machine slows all of them.
 */
public final class StorageBenchmark {

    static final List<CompressionSetting> COMPRESSIONS = List.of(CompressionSetting.NONE, CompressionSetting.ZSTD);

    private static final int TURNS = 2;
    private static final int SHARE_AT_SIZE_S = 10;

    private final ForkedJvm jvm;
    private final ForkedJvm jvmOfSmallHeap;
    private final Size size;
    private final Path corpus;
    private final Path scratch;

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done
     * @param size how many rows; S is a tenth of M
     * @param corpus the jar with the text
     * @param scratch where results go
     */
    public StorageBenchmark(ForkedJvm jvm, Size size, Path corpus, Path scratch) {
        this.jvmOfSmallHeap = jvm;
        // The rows lie in memory twice. The heap is there from the beginning, or the first to use it would pay for it.
        // And code is compiled while the thread waits for it: how long warming up takes does not depend on who else
        // wants the
        // processor.
        this.jvm = jvm.with("-Xms1280m", "-Xmx1280m", "-XX:+AlwaysPreTouch", "-Xbatch");
        this.size = size;
        this.corpus = corpus;
        this.scratch = scratch;
    }

    /**
     * Runs the cases, and prints each result as it comes, then the medians.
     *
     * @param times how often each contender is measured, at least
     * @param only the name of the one case to run, or nothing for all
     * @param markdown whether the table is to be pasted into a page
     * @return what was to hold
     */
    public List<Bar> run(int times, String only, boolean markdown) throws IOException, InterruptedException {
        List<StorageCase<?>> cases = only.isEmpty() ? StorageCase.all() : List.of(StorageCase.named(only));
        StorageResults results = new StorageResults();
        for (StorageCase<?> stored : cases) {
            run(stored, times, results);
        }
        System.out.printf("%n%s%n", markdown ? results.toMarkdown() : results);
        List<Bar> bars = new ArrayList<>(StorageBars.of(results));
        for (StorageCase<?> stored : cases) {
            if (stored.isOfLargeRows()) {
                bars.addAll(new SmallHeap(jvmOfSmallHeap, corpus, scratch).run(stored.name()));
            }
        }
        return bars;
    }

    private void run(StorageCase<?> stored, int times, StorageResults results)
            throws IOException, InterruptedException {
        int turns = Math.min(TURNS, times);
        for (int turn = 0; turn < turns; turn++) {
            for (CompressionSetting compression : COMPRESSIONS) {
                for (Contender contender : stored.contenders()) {
                    StorageResult result = measure(stored, contender, compression, (times + turns - 1) / turns);
                    System.out.println(result.toJson());
                    results.add(result);
                }
            }
        }
    }

    private StorageResult measure(StorageCase<?> stored, Contender contender, CompressionSetting compression, int times)
            throws IOException, InterruptedException {
        Path result = scratch.resolve("trial.json");
        int rows = size != Size.S ? stored.rows() : stored.rows() / SHARE_AT_SIZE_S;
        List<String> arguments = new ArrayList<>(List.of(stored.name(), contender.name(), compression.toString()));
        arguments.addAll(List.of(Integer.toString(rows), Integer.toString(times)));
        arguments.addAll(List.of(corpus.toString(), result.toString()));
        jvm.run(StorageWork.class, arguments);
        return new StorageResult(stored.name(), contender, compression, Trial.read(result));
    }
}
