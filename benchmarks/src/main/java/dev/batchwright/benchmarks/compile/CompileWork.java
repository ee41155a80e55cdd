package dev.batchwright.benchmarks.compile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.ToolProvider;

/**
 * Compiles once, in a JVM that has compiled nothing before: {@code SOURCES,... PROCESSORS|- OUTPUT CLASSPATH RESULT}. Ends with exit code
 * 1 if that fails.
 */
final class CompileWork {

    /** What one compilation took. */
    record Seconds(double all, double processor) {}

    private CompileWork() {}

    public static void main(String[] args) throws IOException {
        List<TimedProcessor> processors = args[1].equals("-") ? List.of() : processors(Path.of(args[1]));
        Path classes = Files.createDirectories(Path.of(args[2]).resolve("classes"));
        Path generated = Files.createDirectories(Path.of(args[2]).resolve("generated"));
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "-cp",
                args[3],
                "-nowarn",
                processors.isEmpty() ? "-proc:none" : "-implicit:none");
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(sources(args[0]));
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var task = compiler.getTask(null, files, null, options, null, units);
            task.setProcessors(processors);
            if (!task.call()) {
                System.exit(1);
            }
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
            long ofProcessors =
                    processors.stream().mapToLong(TimedProcessor::nanos).sum();
            new ObjectMapper().writeValue(new File(args[4]), new Seconds(nanos / 1e9, ofProcessors / 1e9));
        }
    }

    private static List<Path> sources(String folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : folders.split(",", -1)) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    private static List<TimedProcessor> processors(Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        ClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        List<TimedProcessor> processors = new ArrayList<>();
        ServiceLoader.load(Processor.class, loader).forEach(each -> processors.add(new TimedProcessor(each)));
        return processors;
    }
}
