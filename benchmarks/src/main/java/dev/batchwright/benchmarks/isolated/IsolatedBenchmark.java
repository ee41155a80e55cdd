package dev.batchwright.benchmarks.isolated;

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
import java.util.Locale;

/**
 * Measures what it costs to have a trivial step called in a process of its own, where all of the cost is that of getting there and back.
 * The start of both JVMs counts.
 */
public final class IsolatedBenchmark {

    private static final String HERE = "here";
    private static final String APART = "apart";

    /** What a step is given: small rows in batches of 1000, one by one, and rows with 384 floats in batches. */
    private enum Workload {
        BATCHES(4_000_000),
        ROWS(400_000),
        VECTORS(400_000);

        private final long rows;

        Workload(long rows) {
            this.rows = rows;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final ForkedJvm jvm;
    private final Size size;
    private final Path scratch;

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done
     * @param size how many rows: M is five times S
     * @param scratch where the empty caches go
     */
    public IsolatedBenchmark(ForkedJvm jvm, Size size, Path scratch) {
        this.jvm = jvm;
        this.size = size;
        this.scratch = scratch;
    }

    /**
     * Runs everything and prints each result as it comes, then the medians and what isolation costs.
     *
     * @param times how often
     * @return nothing that is to hold: the cost depends on the machine, and who isolates a step wants it at any price
     */
    public List<Bar> run(int times) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (Workload workload : Workload.values()) {
                for (String where : List.of(HERE, APART)) {
                    Result result = measure(where, workload);
                    System.out.println(result.toJson());
                    results.add(result);
                }
            }
        }
        Medians medians = new Medians(results);
        System.out.printf("%n%s%n", medians);
        for (Workload workload : Workload.values()) {
            System.out.println(comparison(workload, medians));
        }
        return List.of();
    }

    private long rows(Workload workload) {
        return size == Size.S ? workload.rows : 5 * workload.rows;
    }

    private Result measure(String where, Workload workload) throws IOException, InterruptedException {
        Path cache = scratch.resolve("isolated");
        Folder.remove(cache);
        long rows = rows(workload);
        List<String> arguments = List.of(where, workload.label(), Long.toString(rows), cache.toString());
        Measurement cost = jvm.run(IsolatedWork.class, arguments);
        double disk = Folder.megabytes(cache);
        Folder.remove(cache);
        Sum sum = Sum.expected(rows);
        return new Result(where, workload.label(), size.name(), rows, sum.rows(), sum.checksum(), cost, disk);
    }

    private String comparison(Workload workload, Medians medians) {
        double here = medians.fastest(HERE, workload.label());
        double apart = medians.fastest(APART, workload.label());
        double moreCpu = medians.cpu(APART, workload.label()) - medians.cpu(HERE, workload.label());
        return String.format(
                Locale.ROOT,
                "%s: %,.0f rows a second here, %,.0f apart (%.1f times the wall time); %.2f µs of CPU time more for a row",
                workload.label(),
                rows(workload) / here,
                rows(workload) / apart,
                apart / here,
                moreCpu * 1e6 / rows(workload));
    }
}
