package dev.batchwright.benchmarks.overhead;

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

/** Measures how many rows a second go through a pipeline whose steps do next to nothing. The start of the JVM counts. */
public final class OverheadBenchmark {

    private static final double MIN_ROWS_PER_SECOND = 2_000_000;
    private static final String SYSTEM = "engine, 1 thread";
    private static final long ROWS_S = 4_000_000;
    private static final long ROWS_M = 40_000_000;
    private static final List<String> SOURCES = List.of("split", "streamed");

    private final ForkedJvm jvm;
    private final long rows;
    private final Size size;
    private final Path scratch;

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done
     * @param size how many rows: M is 40 million, S a tenth of that
     * @param scratch where the empty caches go
     */
    public OverheadBenchmark(ForkedJvm jvm, Size size, Path scratch) {
        this.jvm = jvm;
        this.rows = size != Size.S ? ROWS_M : ROWS_S;
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
            for (String source : SOURCES) {
                Result result = measure(source);
                System.out.println(result.toJson());
                results.add(result);
            }
        }
        Medians medians = new Medians(results);
        System.out.printf("%n%s%n", medians);
        return size != Size.S
                ? SOURCES.stream().map(source -> bar(source, medians)).toList()
                : List.of();
    }

    private Result measure(String source) throws IOException, InterruptedException {
        Path cache = scratch.resolve("overhead");
        Folder.remove(cache);
        Measurement cost = jvm.run(OverheadWork.class, List.of(source, Long.toString(rows), cache.toString()));
        double disk = Folder.megabytes(cache);
        Folder.remove(cache);
        Total total = Total.expected(rows);
        return new Result(SYSTEM, source, size.name(), rows, total.rows(), total.checksum(), cost, disk);
    }

    private Bar bar(String source, Medians medians) {
        double seconds = medians.fastest(SYSTEM, source);
        return Bar.atLeast(source + " source, rows a second", rows / seconds, MIN_ROWS_PER_SECOND);
    }
}
