package dev.batchwright.benchmarks.chain;

import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Folder;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.benchmarks.measure.Measurement;
import dev.batchwright.benchmarks.measure.Medians;
import dev.batchwright.benchmarks.measure.Result;
import dev.batchwright.benchmarks.text.Checksum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the pipelines against the loop. Contenders take turns, so that a busy machine slows all of them. */
public final class ChainBenchmark {

    private static final double MAX_CPU_RATIO = 1.2;
    private static final double MAX_WALL_RATIO = 0.65;

    private final ForkedJvm jvm;
    private final Path input;
    private final Size size;
    private final Path scratch;

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done
     * @param input the documents
     * @param size how many there are
     * @param scratch where results go; each is removed when it has been checked
     */
    public ChainBenchmark(ForkedJvm jvm, Path input, Size size, Path scratch) {
        this.jvm = jvm;
        this.input = input;
        this.size = size;
        this.scratch = scratch;
    }

    /**
     * Runs everything and prints each result as it comes, then the medians.
     *
     * @param times how often
     * @return what was to hold; nothing where the start of the JVM is most of the work
     */
    public List<Bar> run(int times) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (Workload workload : Workload.values()) {
                for (Contender contender : Contender.values()) {
                    Result result = measure(contender, workload);
                    System.out.println(result.toJson());
                    results.add(result);
                }
            }
        }
        Medians medians = new Medians(results);
        System.out.printf("%n%s%n", medians);
        return size == Size.M ? bars(medians) : List.of();
    }

    private Result measure(Contender contender, Workload workload) throws IOException, InterruptedException {
        Path output = scratch.resolve("chain");
        Folder.remove(output);
        Measurement cost = jvm.run(
                ChainWork.class, List.of(contender.name(), workload.name(), input.toString(), output.toString()));
        Checksum checksum = StoredFeatures.checksum(contender, workload, output);
        if (checksum.rows() != size.rowsOut() || !checksum.toString().equals(size.checksum())) {
            throw new IOException(contender + " made of " + workload + " " + size + " " + checksum.rows()
                    + " rows with checksum " + checksum + " instead of " + size.rowsOut() + " with " + size.checksum());
        }
        Result result = new Result(
                contender.toString(),
                workload.name(),
                size.name(),
                size.rows(),
                checksum.rows(),
                checksum.toString(),
                cost,
                Folder.megabytes(output));
        Folder.remove(output);
        return result;
    }

    private static List<Bar> bars(Medians medians) {
        List<Bar> bars = new ArrayList<>();
        for (Workload workload : Workload.values()) {
            String name = workload.name();
            double engine = medians.cpu(Contender.ONE_THREAD.toString(), name);
            double loop = medians.cpu(Contender.LOOP.toString(), name);
            bars.add(Bar.atMost(name + " CPU of engine / loop", engine / loop, MAX_CPU_RATIO));
        }
        for (Workload workload : Workload.values()) {
            String name = workload.name();
            double two = medians.fastest(Contender.TWO_THREADS.toString(), name);
            double one = medians.fastest(Contender.ONE_THREAD.toString(), name);
            bars.add(Bar.atMost(name + " wall time of two threads / one", two / one, MAX_WALL_RATIO));
        }
        return bars;
    }
}
