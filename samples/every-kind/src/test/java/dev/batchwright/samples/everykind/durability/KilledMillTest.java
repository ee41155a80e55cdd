package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Durability;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes that run a pipeline with every kind of step and die, at file operations and by SIGKILL at random times, and the runs
 * that go on after them. The profile {@code faults} kills a thousand of them.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledMillTest {

    private static final int KILLS = Integer.getInteger("kills.count", 25);

    /** So slow that a run of about 1,300 calls takes some seconds, and several kills. */
    private static final long CALL_MICROS = 1500;

    @TempDir
    Path folder;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private Map<String, List<Grain>> expected;
    private Map<String, String> expectedShelf;

    @BeforeEach
    void runUndisturbed() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        MillRun.run(Journal.peaceful(), new FolderShelf(undisturbed.resolve("shelf")), undisturbed.resolve("cache"), 1);
        expected = MillRows.of(undisturbed.resolve("cache"));
        expectedShelf = FolderShelf.files(undisturbed.resolve("shelf"));
    }

    @Test
    void losesNothingHoweverOftenItIsKilled() throws Exception {
        int killed = 0;
        int ended = 0;
        for (int round = 0; killed < KILLS; round++) {
            Path run = Files.createDirectories(folder.resolve("round-" + ended));
            Durability durability = round % 2 == 0 ? Durability.PROCESS : Durability.POWER;
            int threads = 1 + random.nextInt(2);
            String where = "round " + round + ", seed " + seed;
            Process process = MillProcess.start(run, threads, durability, Long.MAX_VALUE, CALL_MICROS);
            if (!process.waitFor(300L + random.nextInt(1500), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                killed++;
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(where).isTrue();
            } else {
                assertThat(process.exitValue()).as(where + ": %s", output(run)).isZero();
                assertOutcome(run, where);
                ended++;
            }
        }
        goesOnToTheEnd(folder.resolve("round-" + ended), "after the last round, seed " + seed);
    }

    @Test
    void losesNothingWhereverItHalts() throws Exception {
        for (int i = 0; i < Math.max(4, KILLS / 6); i++) {
            Path run = Files.createDirectories(folder.resolve("halted-" + i));
            long operation = 1L + random.nextInt(1500);
            String where = "halted at operation " + operation + ", seed " + seed;

            Process process = MillProcess.start(run, 1 + i % 2, Durability.PROCESS, operation, 0);

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(where).isTrue();
            assertThat(process.exitValue()).as(where + ": %s", output(run)).isEqualTo(137);
            goesOnToTheEnd(run, where);
        }
    }

    private void goesOnToTheEnd(Path run, String where) throws IOException {
        Files.createDirectories(run);
        MillRun.run(Journal.peaceful(), new FolderShelf(run.resolve("shelf")), run.resolve("cache"), 2);
        assertOutcome(run, where);
    }

    private void assertOutcome(Path run, String where) throws IOException {
        assertThat(MillRows.of(run.resolve("cache"))).as(where).isEqualTo(expected);
        assertThat(FolderShelf.files(run.resolve("shelf"))).as(where).isEqualTo(expectedShelf);
        try (Stream<Path> files = Files.walk(run.resolve("cache"))) {
            assertThat(files.map(Path::toString).filter(name -> name.contains(".tmp-")))
                    .as(where)
                    .isEmpty();
        }
    }

    private static String output(Path run) throws IOException {
        return Files.readString(run.resolve("output.txt"));
    }
}
