package dev.batchwright.benchmarks.measure;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with the class path of this one. One at a time, so that what it costs can be told. */
public final class ForkedJvm {

    private static final double TICKS_PER_SECOND = 100; // of /proc, on every Linux

    private final List<String> options;

    /**
     * Describes the JVM.
     *
     * @param options its options
     */
    public ForkedJvm(List<String> options) {
        this.options = List.copyOf(options);
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
        long ticks = ticksOfChildren();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command(main, arguments))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        try (MemorySampler memory = new MemorySampler(process.toHandle())) {
            int exit = process.waitFor();
            double wall = (System.nanoTime() - began) / 1e9;
            if (exit != 0) {
                throw new IOException(main.getSimpleName() + " " + arguments + " ended with exit code " + exit);
            }
            return new Measurement(
                    wall, (ticksOfChildren() - ticks) / TICKS_PER_SECOND, memory.peakBytes() / (double) (1 << 20));
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    /** The user and system time of all processes that this one has started and that have ended: fields 16 and 17 of proc(5). */
    private static long ticksOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fieldsFromThird = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fieldsFromThird[13]) + Long.parseLong(fieldsFromThird[14]);
    }
}
