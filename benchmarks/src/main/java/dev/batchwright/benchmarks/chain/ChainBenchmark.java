package dev.batchwright.benchmarks.chain;

import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Folder;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.benchmarks.measure.Measurement;
import dev.batchwright.benchmarks.measure.Medians;
import dev.batchwright.benchmarks.measure.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the pipelines against the loop. Contenders take turns, so that a busy machine slows all of them. */
public final class ChainBenchmark {

    private static final double MAX_CPU_RATIO = 1.2;
    private static final double MAX_WALL_RATIO = 0.65;
    private static final double MAX_COUNTING_RATIO = 1.02;
    private static final String UNCOUNTED = "-Ddev.batchwright.memory.uncounted=true";

    private final ForkedJvm jvm;
    private final Path docs;
    private final Path firstDocs;
    private final Size size;
    private final Path scratch;

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done
     * @param docs the documents
     * @param firstDocs those of them that vectors are made of
     * @param size how many there are
     * @param scratch where results go; each is removed when it has been checked
     */
    public ChainBenchmark(ForkedJvm jvm, Path docs, Path firstDocs, Size size, Path scratch) {
        this.jvm = jvm;
        this.docs = docs;
        this.firstDocs = firstDocs;
        this.size = size;
        this.scratch = scratch;
    }

    /**
     * Runs everything and prints each result as it comes, then the medians.
     *
     * @param times how often
     * @param only the name of the one workload to run, or nothing for all
     * @param markdown whether the table is to be pasted into a page
     * @return what was to hold; nothing where the start of the JVM is most of the work
     */
    public List<Bar> run(int times, String only, boolean markdown) throws IOException, InterruptedException {
        List<Workload> workloads = only.isEmpty() ? List.of(Workload.values()) : List.of(Workload.valueOf(only));
        List<Result> results = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (Workload workload : workloads) {
                for (Contender contender : workload.contenders()) {
                    Result result = measure(contender, workload);
                    System.out.println(result.toJson());
                    results.add(result);
                }
            }
        }
        Medians medians = new Medians(results);
        System.out.printf("%n%s%n", markdown ? medians.toMarkdown() : medians);
        return size != Size.S ? bars(workloads, medians) : List.of();
    }

    private Result measure(Contender contender, Workload workload) throws IOException, InterruptedException {
        Path output = scratch.resolve("chain");
        Folder.remove(output);
        Path input = workload == Workload.W2 ? firstDocs : docs;
        ForkedJvm measured = contender == Contender.UNCOUNTED ? jvm.with(UNCOUNTED) : jvm;
        Measurement cost = measured.run(
                ChainWork.class, List.of(contender.name(), workload.name(), input.toString(), output.toString()));
        Outcome outcome = Outcome.of(contender, workload, output);
        Outcome expected = Outcome.expected(workload, size);
        if (!outcome.equals(expected)) {
            throw new IOException(
                    contender + " made of " + workload + " " + size + " " + outcome + " instead of " + expected);
        }
        Result result = new Result(
                contender.toString(),
                workload.name(),
                size.name(),
                workload == Workload.W2 ? size.vectorRows() : size.rows(),
                outcome.rows(),
                outcome.checksum(),
                cost,
                Folder.megabytes(output));
        Folder.remove(output);
        return result;
    }

    private static List<Bar> bars(List<Workload> workloads, Medians medians) {
        List<Bar> bars = new ArrayList<>();
        for (Workload workload : workloads) {
            String name = workload.name();
            double engine = medians.cpu(Contender.ONE_THREAD.toString(), name);
            if (workload.contenders().contains(Contender.LOOP)) {
                double loop = medians.cpu(Contender.LOOP.toString(), name);
                bars.add(Bar.atMost(name + " CPU of engine / loop", engine / loop, MAX_CPU_RATIO));
            }
            double jackson = medians.cpu(Contender.JACKSON_AVRO.toString(), name);
            bars.add(Bar.atMost(
                    name + " CPU of engine / loop with Jackson and parquet-avro",
                    engine / jackson,
                    workload.maxShareOfJacksonAvro()));
            if (workload.contenders().contains(Contender.UNCOUNTED)) {
                double uncounted = medians.cpu(Contender.UNCOUNTED.toString(), name);
                bars.add(Bar.atMost(
                        name + " CPU of counting memory / of not counting it", engine / uncounted, MAX_COUNTING_RATIO));
            }
            if (workload.contenders().contains(Contender.TWO_THREADS)) {
                double two = medians.fastest(Contender.TWO_THREADS.toString(), name);
                double one = medians.fastest(Contender.ONE_THREAD.toString(), name);
                bars.add(Bar.atMost(name + " wall time of two threads / one", two / one, MAX_WALL_RATIO));
            }
        }
        return bars;
    }
}
