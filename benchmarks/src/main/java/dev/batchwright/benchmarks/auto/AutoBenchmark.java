package dev.batchwright.benchmarks.auto;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.benchmarks.rows.RowShapes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what runs choose with all that a step may name. Each choice is that of a run of its own in a JVM of its own, on the first
 * rows; what formats and compressions really cost is measured on all rows, in another.
 */
public final class AutoBenchmark {

    private static final double LIMIT = 1.10;
    private static final int ROUNDS = 5;

    private final ForkedJvm jvm;
    private final Size size;
    private final Path corpus;
    private final Path scratch;

    /**
     * Describes the benchmark.
     *
     * @param jvm where the work is done
     * @param size how many rows: 16 or 128 MiB of them in memory
     * @param corpus the jar with the text
     * @param scratch where caches and results go
     */
    public AutoBenchmark(ForkedJvm jvm, Size size, Path corpus, Path scratch) {
        this.jvm = jvm;
        this.size = size;
        this.corpus = corpus;
        this.scratch = scratch;
    }

    /**
     * Runs the shapes, and prints a line for each, then a table.
     *
     * @param runs how often each choice is made; the worst one counts
     * @param only the name of the one shape to run, or nothing for all
     * @return what was to hold
     */
    public List<Bar> run(int runs, String only) throws IOException, InterruptedException {
        List<RowShape<?>> shapes = only.isEmpty() ? RowShapes.ofChoice() : List.of(ChoiceWork.shape(only));
        List<AutoResult> results = new ArrayList<>();
        for (RowShape<?> shape : shapes) {
            List<FixedCosts> fixed = fixed(shape.name());
            for (int run = 0; run < runs; run++) {
                AutoResult result = new AutoResult(shape.name(), fixed, choice(shape.name(), run));
                System.out.println(result.toJson());
                results.add(result);
            }
        }
        System.out.printf("%n%s%n", AutoTable.of(results));
        return results.stream()
                .map(AutoResult::shape)
                .distinct()
                .map(shape -> Bar.atMost(shape + ", chosen / best", worst(results, shape), LIMIT))
                .toList();
    }

    private static double worst(List<AutoResult> results, String shape) {
        return results.stream()
                .filter(result -> result.shape().equals(shape))
                .mapToDouble(AutoResult::ratio)
                .max()
                .orElseThrow();
    }

    private List<FixedCosts> fixed(String shape) throws IOException, InterruptedException {
        Path result = scratch.resolve(shape + ".json");
        long bytes = size != Size.S ? 128L << 20 : 16L << 20;
        // Code is compiled while the thread waits for it, so that a busy machine does not make it slow.
        jvm.with("-Xmx2g", "-Xbatch")
                .run(
                        FixedWork.class,
                        List.of(
                                shape,
                                corpus.toString(),
                                Long.toString(bytes),
                                Integer.toString(ROUNDS),
                                result.toString()));
        return new ObjectMapper().readValue(result.toFile(), new TypeReference<>() {});
    }

    private Choice choice(String shape, int run) throws IOException, InterruptedException {
        Path cache = scratch.resolve(shape + "-" + run);
        jvm.run(ChoiceWork.class, List.of(shape, corpus.toString(), cache.toString()));
        return Choice.in(cache);
    }
}
