package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.batchwright.CacheException;
import dev.batchwright.Durability;
import dev.batchwright.cache.LocalCacheFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file system in memory that is really full. Left out where this process may not mount one. */
class FullDiskTest {

    @TempDir
    Path folder;

    private @Nullable Path disk;

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    private Path mount() throws IOException, InterruptedException {
        Path mounted = Files.createDirectory(folder.resolve("disk"));
        boolean possible = System.getProperty("os.name").equals("Linux")
                && succeeds("mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", mounted.toString());
        assumeTrue(possible, "this process may not mount a file system, so no disk can be full");
        disk = mounted;
        return mounted;
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (disk != null) {
            assertThat(succeeds("umount", disk.toString())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void endsWithAClearMessageAndGoesOnWhenThereIsRoom(Durability durability) throws Exception {
        Path full = mount();
        Path cache = full.resolve("cache");
        Path undisturbed = folder.resolve("undisturbed");
        Shelf expected = new Shelf();
        MillRun.run(Journal.peaceful(), expected, undisturbed, 1);
        Shelf shelf = new Shelf();
        Journal first = Journal.peaceful();

        assertThatThrownBy(() -> MillRun.run(
                        first,
                        shelf,
                        MillRun.ROWS,
                        MillRun.options(cache, 2).durability(durability),
                        new LocalCacheFiles()))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("The disk is full");

        assertThat(temporaries(cache)).isEmpty();
        assertThat(succeeds("mount", "-o", "remount,size=16m", full.toString())).isTrue();
        Journal second = Journal.peaceful();
        MillRun.run(
                second, shelf, MillRun.ROWS, MillRun.options(cache, 2).durability(durability), new LocalCacheFiles());
        assertThat(MillRows.of(cache)).isEqualTo(MillRows.of(undisturbed));
        assertThat(shelf.batches()).isEqualTo(expected.batches());
        assertThat(second.callsOf("read-grain"))
                .as("what was committed is not read again")
                .isLessThan(3L * MillRun.ROWS);
    }

    private static List<String> temporaries(Path cache) throws IOException {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.map(Path::toString)
                    .filter(name -> name.contains(".tmp-"))
                    .toList();
        }
    }
}
