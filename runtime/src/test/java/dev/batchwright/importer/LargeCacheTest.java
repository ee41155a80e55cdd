package dev.batchwright.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of more than 24 MiB are read in a process with a heap of 16 MiB. */
class LargeCacheTest {

    private static final long LARGE = 24 << 20;

    @TempDir
    private Path folder;

    @Test
    void isReadARowAtATimeWhereOneFileHoldsAllThatWaits() throws IOException, InterruptedException {
        LargeCache.writeL1(folder.resolve("cache"));
        check();
    }

    @Test
    void isReadARowAtATimeWhereABatchIsLarge() throws IOException, InterruptedException {
        LargeCache.writeL3(folder.resolve("cache"));
        check();
    }

    private void check() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).max().orElse(0))
                    .isGreaterThan(LARGE);
        }
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeCache.class.getName(),
                        folder.resolve("cache").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
