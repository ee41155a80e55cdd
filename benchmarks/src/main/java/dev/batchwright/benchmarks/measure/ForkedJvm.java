package dev.batchwright.benchmarks.measure;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JVM, with the class path of this one unless another is given. One at a time, so that what it costs can be told. */
public final class ForkedJvm {

    private final List<String> options;
    private final String classPath;

    /**
     * Describes the JVM.
     *
     * @param options its options
     */
    public ForkedJvm(List<String> options) {
        this(options, System.getProperty("java.class.path"));
    }

    private ForkedJvm(List<String> options, String classPath) {
        this.options = List.copyOf(options);
        this.classPath = classPath;
    }

    /** The same JVM with more options, which count where they contradict. */
    public ForkedJvm with(String... more) {
        return new ForkedJvm(Stream.concat(options.stream(), Stream.of(more)).toList(), classPath);
    }

    /** The same JVM with other classes. */
    public ForkedJvm withClassPath(String other) {
        return new ForkedJvm(options, other);
    }

    /**
     * Runs a main method to its end.
     *
     * @param main the class with the method
     * @param arguments what it is given
     * @return what it has cost
     * @throws IOException if it fails
     */
    public Measurement run(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        return run(main.getName(), arguments);
    }

    /**
     * Runs a main method to its end.
     *
     * @param main the name of the class with the method
     * @param arguments what it is given
     * @return what it has cost
     * @throws IOException if it fails
     */
    public Measurement run(String main, List<String> arguments) throws IOException, InterruptedException {
        double cpu = CpuTime.ofChildren();
        double machineCpu = CpuTime.ofMachine();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command(main, arguments))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        try (ProcessSampler sampler = new ProcessSampler(process.toHandle())) {
            int exit = process.waitFor();
            double wall = (System.nanoTime() - began) / 1e9;
            if (exit != 0) {
                throw new IOException(main + " " + arguments + " ended with exit code " + exit);
            }
            double used = CpuTime.ofChildren() - cpu;
            double others = CpuTime.ofMachine() - machineCpu - used;
            return new Measurement(
                    wall,
                    used,
                    Math.max(0, others),
                    sampler.peakBytes() / (double) (1 << 20),
                    sampler.reading().warmMegabytesPerSecond());
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return command;
    }
}
