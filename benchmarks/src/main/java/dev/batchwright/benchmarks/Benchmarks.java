package dev.batchwright.benchmarks;

import dev.batchwright.benchmarks.auto.AutoBenchmark;
import dev.batchwright.benchmarks.chain.BoundedMemoryBenchmark;
import dev.batchwright.benchmarks.chain.ChainBenchmark;
import dev.batchwright.benchmarks.commit.CommitBenchmark;
import dev.batchwright.benchmarks.compile.CompileBenchmark;
import dev.batchwright.benchmarks.input.DocsFile;
import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.isolated.IsolatedBenchmark;
import dev.batchwright.benchmarks.keyed.KeyedBenchmark;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Folder;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.benchmarks.measure.Load;
import dev.batchwright.benchmarks.overhead.OverheadBenchmark;
import dev.batchwright.benchmarks.storage.StorageBenchmark;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs a benchmark and says whether its bars hold. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs a benchmark. Ends with exit code 1 if a bar does not hold or a result is wrong, and 2 if it was not asked properly.
     *
     * @param args what {@link Arguments} says
     */
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        List<Bar> bars;
        try {
            bars = run(Arguments.parse(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        String load = String.format(Locale.ROOT, "; load average %.1f", Load.average());
        System.out.println(Bar.line(bars) + load);
        if (!bars.stream().allMatch(Bar::holds)) {
            System.exit(1);
        }
    }

    private static List<Bar> run(Arguments arguments) throws Exception {
        Path data = Path.of(System.getProperty("benchmarks.data"));
        ForkedJvm jvm = new ForkedJvm(
                List.of(System.getProperty("benchmarks.jvm", "-Xmx1g").split(" ")));
        Path scratch = Files.createTempDirectory(Files.createDirectories(data), "run-");
        try {
            return run(arguments, data, scratch, jvm);
        } finally {
            Folder.remove(scratch);
        }
    }

    private static List<Bar> run(Arguments arguments, Path data, Path scratch, ForkedJvm jvm) throws Exception {
        Size size = arguments.size();
        return switch (arguments.benchmark()) {
            case "auto" -> new AutoBenchmark(jvm, size, corpus(), scratch).run(arguments.runs(), arguments.only());
            case "bounded-memory" ->
                new BoundedMemoryBenchmark(jvm, of -> readOnce(DocsFile.in(data, of, corpus())), size, scratch)
                        .run(arguments.runs(), arguments.only(), arguments.markdown(), plot(arguments));
            case "chain" -> {
                Path input = DocsFile.in(data, size, corpus());
                Path first = DocsFile.firstOf(input, size);
                readOnce(input);
                readOnce(first);
                yield new ChainBenchmark(jvm, input, first, size, scratch)
                        .run(arguments.runs(), arguments.only(), arguments.markdown());
            }
            case "keyed" -> {
                Path input = DocsFile.in(data, size, corpus());
                Path twice = DocsFile.twice(data, size, corpus());
                readOnce(input);
                readOnce(twice);
                yield new KeyedBenchmark(jvm, input, twice, size, scratch)
                        .run(arguments.runs(), arguments.only(), arguments.markdown());
            }
            case "commit" -> {
                Path input = DocsFile.in(data, size, corpus());
                readOnce(input);
                yield new CommitBenchmark(jvm, input, size, scratch).run(arguments.runs());
            }
            case "compile" ->
                new CompileBenchmark(jvm, Path.of(System.getProperty("benchmarks.processors")), scratch)
                        .run(arguments.runs(), arguments.markdown());
            case "isolated" -> new IsolatedBenchmark(jvm, size, scratch).run(arguments.runs());
            case "storage" ->
                new StorageBenchmark(jvm, size, corpus(), scratch)
                        .run(arguments.runs(), arguments.only(), arguments.markdown());
            case "overhead" -> new OverheadBenchmark(jvm, size, scratch).run(arguments.runs());
            default -> throw new IllegalArgumentException(Arguments.USAGE);
        };
    }

    private static Path plot(Arguments arguments) {
        return arguments.svg().isEmpty()
                ? Path.of(System.getProperty("benchmarks.docs"), "memory.svg")
                : Path.of(arguments.svg());
    }

    private static Path corpus() {
        return Path.of(System.getProperty("benchmarks.corpus"));
    }

    /** Otherwise the contender that comes first would wait for the disk, and the others would find the file in memory. */
    private static Path readOnce(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return file;
    }
}
