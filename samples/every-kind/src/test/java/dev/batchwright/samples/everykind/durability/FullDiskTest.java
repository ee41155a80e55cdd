package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.batchwright.CacheException;
import dev.batchwright.Durability;
import dev.batchwright.RunOptions;
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

    /** Not enough for the mill's rows. */
    private static final int FIRST_KIBIBYTES = 160;

    /** Less than what the steps behind the mill's barriers write after its sources have ended. */
    private static final int MORE_KIBIBYTES = 32;

    private static final int MOST_KIBIBYTES = 16 << 10;

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
                && succeeds("mount", "-t", "tmpfs", "-o", "size=" + FIRST_KIBIBYTES + "k", "tmpfs", mounted.toString());
        assumeTrue(possible, "this process may not mount a file system, so no disk can be full");
        disk = mounted;
        return mounted;
    }

    private static void resize(Path disk, int kibibytes) throws IOException, InterruptedException {
        assertThat(succeeds("mount", "-o", "remount,size=" + kibibytes + "k", disk.toString()))
                .isTrue();
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (disk != null) {
            assertThat(succeeds("umount", disk.toString())).isTrue();
        }
    }

    /** Which rows are committed when the disk is full is up to the threads, so it grows until all of them fit. */
    @ParameterizedTest
    @EnumSource(Durability.class)
    void endsWithAClearMessageAndGoesOnWhenThereIsRoom(Durability durability) throws Exception {
        Path full = mount();
        Path cache = full.resolve("cache");
        Path undisturbed = folder.resolve("undisturbed");
        Shelf expected = new Shelf();
        MillRun.run(Journal.peaceful(), expected, undisturbed, 1);
        Shelf shelf = new Shelf();

        int kibibytes = FIRST_KIBIBYTES;
        boolean finished = false;
        Journal journal = Journal.peaceful();
        while (!fits(journal, shelf, cache, durability)) {
            finished = hasReadAll(cache);
            kibibytes += MORE_KIBIBYTES;
            assertThat(kibibytes).as("all of the cache fits into much less").isLessThan(MOST_KIBIBYTES);
            resize(full, kibibytes);
            journal = Journal.peaceful();
        }

        assertThat(kibibytes).as("the disk was full").isGreaterThan(FIRST_KIBIBYTES);
        assertThat(MillRows.of(cache)).isEqualTo(MillRows.of(undisturbed));
        assertThat(shelf.batches()).isEqualTo(expected.batches());
        assertThat(finished)
                .as("the source was finished before the disk was full")
                .isTrue();
        assertThat(journal.callsOf("read-grain"))
                .as("what was committed is not read again")
                .isZero();
    }

    private static boolean fits(Journal journal, Shelf shelf, Path cache, Durability durability) throws IOException {
        RunOptions options = MillRun.options(cache, 2).durability(durability);
        try {
            MillRun.run(journal, shelf, MillRun.ROWS, options, new LocalCacheFiles());
            return true;
        } catch (CacheException e) {
            assertThat(e).hasMessageContaining("No space left on device").hasMessageContaining("The disk is full");
            assertThat(temporaries(cache)).isEmpty();
            return false;
        }
    }

    private static boolean hasReadAll(Path cache) {
        try (Mill_MillingCache rows = Mill_MillingCache.open(cache)) {
            return rows.readGrain().stream().count() == 3L * MillRun.ROWS;
        } catch (CacheException unfinished) {
            assertThat(unfinished).hasMessageContaining("Step read-grain has no finished output");
            return false;
        }
    }

    private static List<String> temporaries(Path cache) throws IOException {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.map(Path::toString)
                    .filter(name -> name.contains(".tmp-"))
                    .toList();
        }
    }
}
