package dev.batchwright.benchmarks.commit;

import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Folder;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.benchmarks.measure.Measurement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measures commits: what one costs early and late, how soon a run goes on, and what checkpoints and an interruption cost. */
public final class CommitBenchmark {

    private static final long NO_CHECKPOINT_SECONDS = 36_000;
    private static final long USUAL_SECONDS = 5;

    private final ForkedJvm jvm;
    private final Path docs;
    private final Size size;
    private final Path scratch;

    /** One figure of all runs. */
    private record Figure(String name, List<Double> values) {

        Figure(String name) {
            this(name, new ArrayList<>());
        }

        void add(double value) {
            values.add(value);
            System.out.printf(
                    Locale.ROOT, "{\"benchmark\":\"commit\",\"figure\":\"%s\",\"value\":%.3f}%n", name, value);
        }

        double median() {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
    }

    private final Figure early = new Figure("a row and its commit from part 10 on, us");
    private final Figure late = new Figure("a row and its commit up to part 20,000, us");
    private final Figure resumed = new Figure("run() to the first new row after 20,000 parts, s");
    private final Figure resumedProcess = new Figure("start of the JVM to that row, s");
    private final Figure usual = new Figure("text, checkpoints every 5 s, CPU s");
    private final Figure none = new Figure("text, no checkpoints, CPU s");
    private final Figure interrupted = new Figure("text, interrupted at 90 % and gone on with, CPU s");

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done
     * @param docs the documents
     * @param size how many there are
     * @param scratch where caches go
     */
    public CommitBenchmark(ForkedJvm jvm, Path docs, Size size, Path scratch) {
        this.jvm = jvm;
        this.docs = docs;
        this.size = size;
        this.scratch = scratch;
    }

    /**
     * Runs everything and prints each figure as it comes, then the medians.
     *
     * @param times how often
     * @return what was to hold
     */
    public List<Bar> run(int times) throws IOException, InterruptedException {
        for (int time = 0; time < times; time++) {
            parts();
            readInput();
            usual.add(text(USUAL_SECONDS, Long.MAX_VALUE).cpuSeconds());
            none.add(text(NO_CHECKPOINT_SECONDS, Long.MAX_VALUE).cpuSeconds());
            interrupted.add(interrupted());
        }
        System.out.println();
        for (Figure figure : List.of(early, late, resumed, resumedProcess, usual, none, interrupted)) {
            System.out.printf(Locale.ROOT, "%-60s %10.3f%n", figure.name(), figure.median());
        }
        System.out.println();
        return size != Size.S ? bars() : List.of();
    }

    /** So that no run is the only one that finds the input on the disk instead of in the memory of the system. */
    private void readInput() throws IOException {
        try (InputStream in = Files.newInputStream(docs)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private List<Bar> bars() {
        return List.of(
                Bar.atMost("commit at part 20,000 / at part 10", late.median() / early.median(), 1.2),
                Bar.atMost("seconds to the first new row after 20,000 parts", resumedProcess.median(), 2),
                Bar.atMost(
                        "CPU of a run interrupted at 90 % / of one that was not",
                        interrupted.median() / usual.median(), 1.12),
                Bar.atMost("CPU with checkpoints every 5 s / with none", usual.median() / none.median(), 1.03));
    }

    private void parts() throws IOException, InterruptedException {
        Path cache = scratch.resolve("parts");
        Path says = scratch.resolve("says.txt");
        Folder.remove(cache);
        jvm.run(CommitWork.class, List.of("parts", cache.toString(), says.toString()));
        Folder.remove(scratch.resolve("parts-warm-up"));
        double[] cost = read(says);
        early.add(cost[0]);
        late.add(cost[1]);
        jvm.run(CommitWork.class, List.of("resume", cache.toString(), says.toString()));
        double[] seconds = read(says);
        resumed.add(seconds[0]);
        resumedProcess.add(seconds[1]);
        Folder.remove(cache);
    }

    private static double[] read(Path says) throws IOException {
        return Arrays.stream(Files.readString(says).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private double interrupted() throws IOException, InterruptedException {
        Path cache = scratch.resolve("text");
        Folder.remove(cache);
        double first = work(cache, USUAL_SECONDS, size.rows() * 9 / 10).cpuSeconds();
        double second = work(cache, USUAL_SECONDS, Long.MAX_VALUE).cpuSeconds();
        Folder.remove(cache);
        return first + second;
    }

    private Measurement text(long seconds, long deadlyDoc) throws IOException, InterruptedException {
        Path cache = scratch.resolve("text");
        Folder.remove(cache);
        Measurement cost = work(cache, seconds, deadlyDoc);
        Folder.remove(cache);
        return cost;
    }

    private Measurement work(Path cache, long seconds, long deadlyDoc) throws IOException, InterruptedException {
        return jvm.run(
                CommitWork.class,
                List.of("text", cache.toString(), docs.toString(), Long.toString(seconds), Long.toString(deadlyDoc)));
    }
}
