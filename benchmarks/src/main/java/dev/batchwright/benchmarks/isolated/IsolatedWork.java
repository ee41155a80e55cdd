package dev.batchwright.benchmarks.isolated;

import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.Progress;
import dev.batchwright.benchmarks.isolated.CountSteps.AddUp;
import dev.batchwright.benchmarks.isolated.CountSteps.Counts;
import dev.batchwright.benchmarks.isolated.VectorSteps.AddUpVectors;
import dev.batchwright.benchmarks.isolated.VectorSteps.Vectors;
import java.nio.file.Path;

/** Does the work once, in the JVM that is measured: {@code here|apart batches|rows|vectors ROWS CACHE}. */
final class IsolatedWork {

    private IsolatedWork() {}

    public static void main(String[] args) {
        long count = Long.parseLong(args[2]);
        Sum sum = run(args[0] + " " + args[1], count, Path.of(args[3]));
        String expected = Sum.expected(count).toString();
        if (!sum.toString().equals(expected)) {
            throw new IllegalStateException("Rows and checksum are " + sum + " instead of " + expected);
        }
    }

    static Sum run(String what, long count, Path cache) {
        RunOptions options = RunOptions.cacheAt(cache).threads(1).progress(Progress.OFF);
        Sum sum = new Sum();
        switch (what) {
            case "here batches" ->
                CountSteps_BatchesHereRunner.builder()
                        .counts(new Counts(count))
                        .addUp(new AddUp(sum))
                        .build()
                        .run(options);
            case "apart batches" ->
                CountSteps_BatchesApartRunner.builder()
                        .counts(new Counts(count))
                        .addUp(new AddUp(sum))
                        .build()
                        .run(options);
            case "here rows" ->
                CountSteps_RowsHereRunner.builder()
                        .counts(new Counts(count))
                        .addUp(new AddUp(sum))
                        .build()
                        .run(options);
            case "apart rows" ->
                CountSteps_RowsApartRunner.builder()
                        .counts(new Counts(count))
                        .addUp(new AddUp(sum))
                        .build()
                        .run(options);
            case "here vectors" ->
                VectorSteps_VectorsHereRunner.builder()
                        .vectors(new Vectors(count))
                        .addUpVectors(new AddUpVectors(sum))
                        .build()
                        .run(options);
            case "apart vectors" ->
                VectorSteps_VectorsApartRunner.builder()
                        .vectors(new Vectors(count))
                        .addUpVectors(new AddUpVectors(sum))
                        .build()
                        .run(options);
            default -> throw new IllegalArgumentException(what);
        }
        return sum;
    }
}
