package dev.batchwright.benchmarks.keyed;

import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.Progress;
import dev.batchwright.benchmarks.avro.AvroReader;
import dev.batchwright.benchmarks.measure.SparkJvm;
import dev.batchwright.benchmarks.text.Checksum;
import java.io.IOException;
import java.nio.file.Path;

/** Does the work once, in the JVM that is measured: {@code CASE INPUT OUTPUT}. */
final class KeyedWork {

    private KeyedWork() {}

    /** Who does what. */
    enum Case {
        /** Duplicates are removed by a program written by hand. */
        BUCKETS("W4", "loop, 64 bucket files"),
        /** They are by the pipeline. */
        ONE_THREAD("W4", "engine, 1 thread"),
        /** They are by the pipeline with two threads. */
        TWO_THREADS("W4", "engine, 2 threads"),
        /** The pipeline has one group. */
        GIANT("one group", "engine, 1 thread"),
        /** Duplicates are removed by Spark, which has a JVM of its own. */
        SPARK("W4", SparkJvm.LABEL);

        private final String workload;
        private final String system;

        Case(String workload, String system) {
            this.workload = workload;
            this.system = system;
        }

        String workload() {
            return workload;
        }

        String system() {
            return system;
        }
    }

    public static void main(String[] args) throws IOException {
        run(Case.valueOf(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    static void run(Case work, Path input, Path output) throws IOException {
        RunOptions options = RunOptions.cacheAt(output).threads(1).progress(Progress.OFF);
        switch (work) {
            case BUCKETS -> new BucketLoop(input, output).run();
            case ONE_THREAD -> deduplicate(input, options);
            case TWO_THREADS -> deduplicate(input, options.threads(2));
            case GIANT ->
                GiantChainRunner.builder()
                        .readDocs(new GiantChain.ReadDocs(input))
                        .build()
                        .run(options);
            case SPARK -> throw new IllegalArgumentException("Spark's classes are not here");
        }
    }

    private static void deduplicate(Path input, RunOptions options) {
        DedupChainRunner.builder()
                .readDocs(new DedupChain.ReadDocs(input))
                .build()
                .run(options);
    }

    /**
     * What came out.
     *
     * @param rows how many rows
     * @param checksum their checksum
     */
    record Outcome(long rows, String checksum) {}

    static Outcome outcome(Case work, Path input, Path output) throws Exception {
        Checksum checksum = new Checksum();
        switch (work) {
            case BUCKETS -> {
                try (AvroReader<Unique> rows = new BucketLoop(input, output).unique()) {
                    for (Unique row = rows.next(); row != null; row = rows.next()) {
                        checksum.add(row.id(), row.crc());
                    }
                }
            }
            case ONE_THREAD, TWO_THREADS -> {
                try (DedupChainCache cache = DedupChainCache.open(output)) {
                    cache.keepFirst().forEach(row -> checksum.add(row.id(), row.crc()));
                }
            }
            case SPARK -> new SparkUnique(output).addTo(checksum);
            case GIANT -> {
                try (GiantChainCache cache = GiantChainCache.open(output)) {
                    GiantChain.Sum sum = cache.addUp().iterator().next();
                    return new Outcome(sum.rows(), Long.toString(sum.crcs()));
                }
            }
        }
        return new Outcome(checksum.rows(), checksum.toString());
    }
}
