package dev.batchwright.benchmarks.chain;

import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Folder;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.benchmarks.measure.Measurement;
import dev.batchwright.benchmarks.measure.Medians;
import dev.batchwright.benchmarks.measure.Result;
import dev.batchwright.benchmarks.measure.Selection;
import dev.batchwright.benchmarks.measure.SparkJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures the text chain in a small heap over inputs of several sizes. Systems take turns, so that a busy machine slows all of them. */
public final class BoundedMemoryBenchmark {

    private final ForkedJvm jvm;
    private final ForkedJvm small;
    private final Inputs inputs;
    private final List<Size> sizes;
    private final Path scratch;

    /** Where the documents are. */
    public interface Inputs {

        /** Makes them where they are not there, and reads them once, so that no system has to wait for the disk more than others. */
        Path of(Size size) throws IOException;
    }

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done, but for the heap
     * @param inputs where the documents are
     * @param largest the largest size; those of a gigabyte and more up to it are measured as well
     * @param scratch where results go; each is removed when it has been checked
     */
    public BoundedMemoryBenchmark(ForkedJvm jvm, Inputs inputs, Size largest, Path scratch) {
        this.jvm = jvm;
        this.small = jvm.with("-Xmx256m");
        this.inputs = inputs;
        this.sizes = largest.upToIt();
        this.scratch = scratch;
    }

    /**
     * Runs everything and prints each result as it comes, then a table, and plots memory over size.
     *
     * @param times how often
     * @param only the names of the systems, or nothing for all but Spark
     * @param markdown whether the table is to be pasted into a page
     * @param svg where the plot goes; it is made if there is more than one size
     * @return what was to hold
     */
    public List<Bar> run(int times, String only, boolean markdown, Path svg) throws Exception {
        List<CappedSystem> systems = Selection.of(only, CappedSystem.values(), CappedSystem.SPARK);
        Map<Size, Medians> bySize = new EnumMap<>(Size.class);
        for (Size size : sizes) {
            Path docs = inputs.of(size);
            List<Result> results = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                for (CappedSystem system : systems) {
                    Result result = measure(system, size, docs);
                    System.out.println(result.toJson(Map.of(
                            "mb_per_s",
                            CappedRuns.throughput(result),
                            "warm_mb_per_s",
                            result.cost().warmReadMegabytesPerSecond())));
                    results.add(result);
                }
            }
            bySize.put(size, new Medians(results));
        }
        CappedRuns runs = new CappedRuns(systems, bySize);
        System.out.printf("%n%s%n", markdown ? runs.toMarkdown() : runs);
        if (sizes.size() > 1) {
            Files.writeString(svg, runs.chart().toSvg());
        }
        return runs.bars();
    }

    private Result measure(CappedSystem system, Size size, Path docs) throws Exception {
        Path output = scratch.resolve("bounded");
        Folder.remove(output);
        Measurement cost = work(system, docs, output);
        Outcome outcome = outcome(system, output);
        Outcome expected = Outcome.expected(Workload.W1, size);
        if (!outcome.equals(expected)) {
            throw new IOException(system + " made of " + size + " " + outcome + " instead of " + expected);
        }
        Result result = new Result(
                system.toString(),
                CappedRuns.WORKLOAD,
                size.name(),
                size.rows(),
                outcome.rows(),
                outcome.checksum(),
                cost,
                Folder.megabytes(output));
        Folder.remove(output);
        return result;
    }

    private Measurement work(CappedSystem system, Path docs, Path output) throws Exception {
        Contender contender = system.contender();
        return contender == null
                ? SparkJvm.run(jvm, Workload.W1.name(), docs, output)
                : small.run(
                        ChainWork.class,
                        List.of(contender.name(), Workload.W1.name(), docs.toString(), output.toString()));
    }

    private static Outcome outcome(CappedSystem system, Path output) throws Exception {
        Contender contender = system.contender();
        return contender == null
                ? Outcome.of(new SparkFeatures(output).checksum())
                : Outcome.of(contender, Workload.W1, output);
    }
}
