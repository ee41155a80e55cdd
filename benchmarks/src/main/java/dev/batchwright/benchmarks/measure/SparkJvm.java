package dev.batchwright.benchmarks.measure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JVM that Spark runs in, with classes of its own: it is built by the profile that fetches Spark, and by no other. */
public final class SparkJvm {

    /** What Spark takes part as. */
    public static final String LABEL = "Spark, 450 MB heap";

    private static final String MAIN = "dev.batchwright.benchmarks.spark.SparkWork";

    /** Spark refuses to start with less than 450 MB, and says so. */
    private static final String HEAP = "-Xmx450m";

    /** What Spark's own start script opens (JavaModuleOptions of Spark). */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.base/sun.nio.cs",
            "java.base/sun.security.action",
            "java.base/sun.util.calendar",
            "java.security.jgss/sun.security.krb5");

    private SparkJvm() {}

    /**
     * Does a piece of work on Spark.
     *
     * @param jvm the JVM that others run in
     * @param workload what is done
     * @param input the documents
     * @param output the folder that is written to; what lies beside it under its name and {@code -spill} is removed
     * @return what it has cost
     */
    public static Measurement run(ForkedJvm jvm, String workload, Path input, Path output)
            throws IOException, InterruptedException {
        Path built = Path.of(System.getProperty("benchmarks.spark", "spark"));
        Path classes = built.resolve("classes");
        if (Files.notExists(classes)) {
            throw new IOException(
                    "Spark is not there: " + classes + " is missing. Build it with -P spark, as run.sh does.");
        }
        String[] opened = OPENED.stream()
                .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
                .toArray(String[]::new);
        try {
            return jvm.with(HEAP, "-Dio.netty.tryReflectionSetAccessible=true")
                    .with(opened)
                    .withClassPath(classes + File.pathSeparator + built.resolve("lib") + "/*")
                    .run(MAIN, List.of(workload, input.toString(), output.toString()));
        } finally {
            Folder.remove(output.resolveSibling(output.getFileName() + "-spill"));
        }
    }
}
