package dev.batchwright.benchmarks.keyed;

import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.keyed.KeyedWork.Case;
import dev.batchwright.benchmarks.keyed.KeyedWork.Outcome;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Folder;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.benchmarks.measure.Measurement;
import dev.batchwright.benchmarks.measure.Medians;
import dev.batchwright.benchmarks.measure.Result;
import dev.batchwright.benchmarks.measure.Selection;
import dev.batchwright.benchmarks.measure.SparkJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Groups more rows than the heap can hold. Contenders take turns, so that a busy machine slows all of them. */
public final class KeyedBenchmark {

    private static final double MOST_MEGABYTES = 400;

    private final ForkedJvm jvm;
    private final ForkedJvm small;
    private final Path docs;
    private final Path docsTwice;
    private final Size size;
    private final Path scratch;

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done, but for the heap
     * @param docs the documents
     * @param docsTwice all of them twice
     * @param size how many there are
     * @param scratch where results go; each is removed when it has been checked
     */
    public KeyedBenchmark(ForkedJvm jvm, Path docs, Path docsTwice, Size size, Path scratch) {
        this.jvm = jvm;
        this.small = jvm.with("-Xmx256m");
        this.docs = docs;
        this.docsTwice = docsTwice;
        this.size = size;
        this.scratch = scratch;
    }

    /**
     * Runs everything and prints each result as it comes, then the medians.
     *
     * @param times how often
     * @param only the names of the cases, or nothing for all but Spark
     * @param markdown whether the table is to be pasted into a page
     * @return what was to hold; nothing where all rows fit into the heap
     */
    public List<Bar> run(int times, String only, boolean markdown) throws Exception {
        List<Case> cases = Selection.of(only, Case.values(), Case.SPARK);
        List<Result> results = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (Case work : cases) {
                Result result = measure(work);
                System.out.println(result.toJson());
                results.add(result);
            }
        }
        Medians medians = new Medians(results);
        System.out.printf("%n%s%n", markdown ? medians.toMarkdown() : medians);
        return size != Size.S ? bars(cases, medians) : List.of();
    }

    private Result measure(Case work) throws Exception {
        Path output = scratch.resolve("keyed");
        Folder.remove(output);
        Path input = work == Case.GIANT ? docs : docsTwice;
        Measurement cost = work == Case.SPARK
                ? SparkJvm.run(jvm, work.workload(), input, output)
                : small.run(KeyedWork.class, List.of(work.name(), input.toString(), output.toString()));
        Outcome outcome = KeyedWork.outcome(work, input, output);
        Outcome expected = work == Case.GIANT
                ? new Outcome(size.rows(), Long.toString(size.sumOfCrcs()))
                : new Outcome(size.uniqueRows(), size.uniqueChecksum());
        if (!outcome.equals(expected)) {
            throw new IOException(work + " made of " + size + " " + outcome + " instead of " + expected);
        }
        Result result = new Result(
                work.system(),
                work.workload(),
                size.name(),
                work == Case.GIANT ? size.rows() : 2 * size.rows(),
                outcome.rows(),
                outcome.checksum(),
                cost,
                Folder.megabytes(output));
        Folder.remove(output);
        return result;
    }

    private static List<Bar> bars(List<Case> cases, Medians medians) {
        List<Bar> bars = new ArrayList<>();
        for (Case work : cases) {
            if (work != Case.BUCKETS && work != Case.SPARK) {
                bars.add(Bar.atMost(
                        "peak PSS of " + work.workload() + ", " + work.system() + ", -Xmx256m, MB",
                        medians.peak(work.system(), work.workload()),
                        MOST_MEGABYTES));
            }
        }
        return bars;
    }
}
