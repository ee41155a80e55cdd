package dev.batchwright.benchmarks.compile;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.batchwright.benchmarks.compile.CompileWork.Seconds;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Folder;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles the sources of pipelines with 100, 300 and 1,000 steps, and as many types for other processors. Each compilation is that of a
 * JVM of its own, as in a build without a daemon, so that the loading of the processor's classes is in it.
 */
public final class CompileBenchmark {

    private static final List<Integer> STEPS = List.of(100, 300, 1000);
    private static final int MOST = STEPS.get(STEPS.size() - 1);
    private static final double MOST_GROWTH = 1.2;
    private static final double LARGEST_SHARE = 0.25;

    private final ForkedJvm jvm;
    private final Path processors;
    private final Path scratch;

    /**
     * Describes the benchmark.
     *
     * @param jvm where the compiler runs
     * @param processors a folder for each processor, with its jars and those that its sources are compiled with
     * @param scratch where sources and classes go
     */
    public CompileBenchmark(ForkedJvm jvm, Path processors, Path scratch) {
        this.jvm = jvm;
        this.processors = processors;
        this.scratch = scratch;
    }

    /**
     * Compiles everything, and prints a line for each contender and number of steps, then the medians.
     *
     * @param runs how often
     * @param markdown whether the table is to be pasted into a page
     * @return what was to hold
     */
    public List<Bar> run(int runs, boolean markdown) throws IOException, InterruptedException {
        List<Compiled> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            for (int steps : STEPS) {
                for (Contender contender : Contender.values()) {
                    Compiled result = measure(contender, steps);
                    System.out.println(new ObjectMapper().writeValueAsString(result));
                    results.add(result);
                }
            }
        }
        CompileTable table = new CompileTable(results);
        System.out.printf("%n%s%n", table.text(markdown));
        return bars(table);
    }

    private static List<Bar> bars(CompileTable table) {
        double ours = table.perFile(Contender.BATCHWRIGHT, MOST);
        double best = Stream.of(Contender.values())
                .filter(contender -> contender != Contender.BATCHWRIGHT)
                .mapToDouble(contender -> table.perFile(contender, MOST))
                .min()
                .orElseThrow();
        double few = STEPS.stream()
                .filter(steps -> steps < MOST)
                .mapToDouble(steps -> table.perFile(Contender.BATCHWRIGHT, steps))
                .min()
                .orElseThrow();
        return List.of(
                Bar.atMost("CPU time per file, processor / best of the others", ours / best, 1),
                Bar.atMost("CPU time per file, " + MOST + " steps / fewer", ours / few, MOST_GROWTH),
                Bar.atMost(
                        "CPU time, processor / compiler for what is generated",
                        table.share(Contender.BATCHWRIGHT, MOST),
                        LARGEST_SHARE));
    }

    private Compiled measure(Contender contender, int steps) throws IOException, InterruptedException {
        Path folder = scratch.resolve(contender.label() + "-" + steps);
        Path sources = folder.resolve("sources");
        Folder.remove(folder);
        write(contender.sources(steps), sources);
        Path made = folder.resolve("made");
        Seconds with = compile(contender, List.of(sources), true, made);
        List<Path> generated = generated(made);
        double without = 0;
        double alone = 0;
        if (contender == Contender.BATCHWRIGHT) {
            List<Path> all = List.of(sources, made.resolve("generated"));
            without = compile(contender, all, false, folder.resolve("without")).all();
            alone = compile(contender, List.of(sources), false, folder.resolve("alone"))
                    .all();
        }
        long bytes = 0;
        for (Path file : generated) {
            bytes += Files.size(file);
        }
        return new Compiled(
                contender.label(), steps, generated.size(), bytes / 1e3, with.processor(), with.all(), without, alone);
    }

    private static void write(Map<String, String> sources, Path folder) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }

    private static List<Path> generated(Path made) throws IOException {
        try (Stream<Path> files = Files.walk(made.resolve("generated"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Seconds compile(Contender contender, List<Path> sources, boolean isProcessed, Path output)
            throws IOException, InterruptedException {
        Path jars = processors.resolve(contender.label());
        File result = output.resolveSibling(output.getFileName() + ".json").toFile();
        jvm.run(
                CompileWork.class,
                List.of(
                        sources.stream().map(Path::toString).collect(Collectors.joining(",")),
                        isProcessed ? jars.toString() : "-",
                        output.toString(),
                        classPath(jars),
                        result.toString()));
        return new ObjectMapper().readValue(result, Seconds.class);
    }

    private static String classPath(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }
}
