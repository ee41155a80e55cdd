package dev.batchwright.benchmarks.overhead;

import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.Progress;
import dev.batchwright.benchmarks.overhead.TrivialSteps.AddUp;
import dev.batchwright.benchmarks.overhead.TrivialSteps.SplitNumbers;
import dev.batchwright.benchmarks.overhead.TrivialSteps.StreamedNumbers;
import java.nio.file.Path;

/** Does the work once, in the JVM that is measured: {@code split|streamed ROWS CACHE}. */
final class OverheadWork {

    private OverheadWork() {}

    public static void main(String[] args) {
        long count = Long.parseLong(args[1]);
        Total total = run(args[0], count, Path.of(args[2]));
        String expected = Total.expected(count).toString();
        if (!total.toString().equals(expected)) {
            throw new IllegalStateException("Rows and checksum are " + total + " instead of " + expected);
        }
    }

    static Total run(String source, long count, Path cache) {
        RunOptions options = RunOptions.cacheAt(cache).threads(1).progress(Progress.OFF);
        Total total = new Total();
        switch (source) {
            case "split" ->
                SplitPipelineRunner.builder()
                        .splitNumbers(new SplitNumbers(count))
                        .addUp(new AddUp(total))
                        .build()
                        .run(options);
            case "streamed" ->
                StreamedPipelineRunner.builder()
                        .streamedNumbers(new StreamedNumbers(count))
                        .addUp(new AddUp(total))
                        .build()
                        .run(options);
            default -> throw new IllegalArgumentException(source);
        }
        return total;
    }
}
