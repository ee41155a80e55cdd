package dev.batchwright.samples.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the sample in a virtual machine of its own that has a module path and no class path. */
class ModulePathTest {

    @TempDir
    private Path folder;

    @Test
    void runsOnTheModulePathAlone() throws IOException, InterruptedException {
        assertThat(java("-m", "dev.batchwright.samples.modular/dev.batchwright.samples.modular.Collatz"))
                .isEqualTo("""
                        WalksOfLength[steps=16, walks=12, largestStart=302]
                        [Halved[value=302, times=1], Tripled[value=151], Halved[value=454, times=1], Tripled[value=227], \
                        Halved[value=682, times=1], Tripled[value=341], Halved[value=1024, times=10]] {halved=13, tripled=3}""");
        assertThat(folder)
                .isDirectoryRecursivelyContaining("glob:**.parquet")
                .isDirectoryRecursivelyContaining("glob:**.msgpack")
                .isDirectoryRecursivelyContaining("glob:**.object");
    }

    @Test
    void theRuntimeAndWhatItBringsAreModulesWithNamesOfTheirOwn() throws IOException, InterruptedException {
        assertThat(java("--list-modules").lines().filter(line -> !line.startsWith("java.") && !line.startsWith("jdk.")))
                .anyMatch(line -> line.startsWith("dev.batchwright.runtime"))
                .anyMatch(line -> line.startsWith("dev.batchwright.annotations"))
                .anyMatch(line -> line.startsWith("dev.batchwright.shaded.parquet"))
                .noneMatch(line -> line.contains("hadoop"));
    }

    private String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-p",
                "target/classes" + File.pathSeparator + "target/lib"));
        command.addAll(List.of(arguments));
        command.add(folder.resolve("cache").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING"))
                .collect(Collectors.joining("\n"));
    }
}
