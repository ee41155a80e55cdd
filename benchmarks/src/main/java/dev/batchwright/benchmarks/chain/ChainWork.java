package dev.batchwright.benchmarks.chain;

import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Does the work once, in the JVM that is measured: {@code CONTENDER WORKLOAD INPUT OUTPUT}. */
final class ChainWork {

    static final int MIN_TOKENS = 20;

    private ChainWork() {}

    public static void main(String[] args) throws Exception {
        run(Contender.valueOf(args[0]), Workload.valueOf(args[1]), Path.of(args[2]), Path.of(args[3]));
    }

    static void run(Contender contender, Workload workload, Path input, Path output) throws Exception {
        switch (contender) {
            case LEAST ->
                least(workload, new LeastWork(input, MIN_TOKENS, output)).write(output);
            case LOOP -> loop(workload, new HandWrittenLoop(input, MIN_TOKENS, output));
            case JACKSON_AVRO -> loop(workload, new JacksonAvroLoop(input, MIN_TOKENS, output), output);
            case ONE_THREAD, UNCOUNTED, TWO_THREADS ->
                engine(
                        workload,
                        input,
                        output,
                        RunOptions.cacheAt(output).threads(contender.threads()).progress(Progress.OFF));
        }
    }

    private static Outcome least(Workload workload, LeastWork work) throws IOException {
        return switch (workload) {
            case W1 -> work.run();
            case W1c -> work.runKeepingAll();
            case W2 -> work.runVectors();
        };
    }

    private static void loop(Workload workload, HandWrittenLoop loop) throws Exception {
        switch (workload) {
            case W1 -> loop.run();
            case W1c -> loop.runKeepingAll();
            case W2 -> throw new IllegalArgumentException("Not measured");
        }
    }

    private static void loop(Workload workload, JacksonAvroLoop loop, Path output) throws IOException {
        switch (workload) {
            case W1 -> loop.run();
            case W1c -> loop.runKeepingAll();
            case W2 -> Outcome.of(loop.runVectors()).write(output);
        }
    }

    private static void engine(Workload workload, Path input, Path output, RunOptions options) throws IOException {
        switch (workload) {
            case W1 ->
                TextChainRunner.builder()
                        .readDocs(new TextChain.ReadDocs(input))
                        .keepLong(new TextChain.KeepLong(MIN_TOKENS))
                        .build()
                        .run(options);
            case W1c ->
                KeptTextChainRunner.builder()
                        .readDocs(new KeptTextChain.ReadDocs(input))
                        .keepLong(new KeptTextChain.KeepLong(MIN_TOKENS))
                        .build()
                        .run(options);
            case W2 -> {
                VectorChainRunner.builder()
                        .readDocs(new VectorChain.ReadDocs(input))
                        .build()
                        .run(options);
                Outcome.of(sumOfVectors(output)).write(output);
            }
        }
    }

    private static VectorSum sumOfVectors(Path cache) {
        VectorSum sum = new VectorSum();
        try (VectorChainCache rows = VectorChainCache.open(cache)) {
            rows.embed().forEach(sum::add);
        }
        return sum;
    }
}
