package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.BatchwrightException;
import dev.batchwright.Durability;
import dev.batchwright.RunOptions;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.cache.faults.Fault;
import dev.batchwright.cache.faults.FaultyFiles;
import dev.batchwright.cache.faults.RecordedFiles;
import dev.batchwright.cache.faults.Survival;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A pipeline with every kind of step is run while file operation n fails, for n after n until a run passes clean, and then run to its
 * end. The tests take a part of all n, beginning at random; the profile {@code faults} takes all of them.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MillFaultsTest {

    private static final int ROWS = 4;

    private static final boolean EVERY = Boolean.getBoolean("faults.every");

    private static final int INTERVAL = 12;

    private static final List<Survival> SURVIVALS = List.of(Survival.values());

    @TempDir
    Path above;

    private final long seed = new Random().nextLong();
    private Path root;
    private Map<String, List<Grain>> expected;
    private Map<String, List<Grain>> expectedShelf;
    private Journal undisturbed;

    @BeforeEach
    void runUndisturbed() throws IOException {
        root = above.resolve("new/cache");
        Shelf shelf = new Shelf();
        undisturbed = Journal.peaceful();
        MillRun.run(undisturbed, shelf, ROWS, options(above.resolve("undisturbed"), 1), new LocalCacheFiles());
        expected = MillRows.of(above.resolve("undisturbed"));
        expectedShelf = shelf.batches();
        assertThat(expected.get("bake")).isNotEmpty();
    }

    private static RunOptions options(Path cache, int threads) {
        return MillRun.options(cache, threads).keyedShards(2).checkpointInterval(Duration.ofSeconds(INTERVAL));
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, PROCESS, 1, 211",
        "SHORT_WRITE, PROCESS, 2, 211",
        "SHORT_WRITE, POWER, 1, 293",
        "DISK_FULL, PROCESS, 2, 211",
        "DISK_FULL, POWER, 1, 293",
        "DEATH, PROCESS, 1, 97",
        "DEATH, PROCESS, 2, 131",
        "DEATH, POWER, 2, 211",
    })
    void goesOnAfterAFaultAnywhere(Fault fault, Durability durability, int threads, int stride) throws IOException {
        boolean struck = true;
        for (int at = first(stride); struck; at += EVERY ? 1 : stride) {
            FaultyFiles files = new FaultyFiles(unforced(), fault, at);
            Shelf shelf = new Shelf();
            Journal before = Journal.peaceful();
            @Nullable
            BatchwrightException failure =
                    failureOf(before, shelf, options(root, threads).durability(durability), files);
            struck = files.struck();
            String where = fault + " at operation " + at + ", seed " + seed;
            if (struck && fault != Fault.DEATH) {
                assertThat(temporaries()).as(where).isEmpty();
            }
            if (failure != null) {
                assertThat(failure).as(where).hasMessageContaining("cannot be");
            }

            Journal after = goesOnToTheEnd(where, shelf, options(root, threads).durability(durability));
            assertLittleWasDoneTwice(where, threads, before, after);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 127", "2, 149"})
    void losesNothingThatWasCommittedWhenThePowerFailsAnywhere(int threads, int stride) throws IOException {
        boolean struck = true;
        for (int at = first(stride); struck; at += EVERY ? 1 : stride) {
            Survival survival = SURVIVALS.get(at % SURVIVALS.size());
            String where = "power lost at operation " + at + ", " + survival + ", seed " + seed;
            RecordedFiles recorded = new RecordedFiles(new LocalCacheFiles(), above.resolve("new"));
            FaultyFiles files = new FaultyFiles(recorded, Fault.DEATH, at);
            Shelf shelf = new Shelf();
            Journal before = Journal.peaceful();
            failureOf(before, shelf, options(root, threads).durability(Durability.POWER), files);
            struck = files.struck();
            recorded.losePower(survival, seed + at);

            Journal after = goesOnToTheEnd(where, shelf, options(root, threads).durability(Durability.POWER));
            assertLittleWasDoneTwice(where, threads, before, after);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 307"})
    void findsWhatALossOfPowerHasDamagedWhereNothingWasForced(int threads, int stride) throws IOException {
        boolean struck = true;
        for (int at = first(stride); struck; at += EVERY ? 1 : stride) {
            Survival survival = SURVIVALS.get(at % SURVIVALS.size());
            String where = "power lost at operation " + at + ", " + survival + ", seed " + seed;
            RecordedFiles recorded = new RecordedFiles(new LocalCacheFiles(), above.resolve("new"));
            FaultyFiles files = new FaultyFiles(recorded, Fault.DEATH, at);
            Shelf shelf = new Shelf();
            failureOf(Journal.peaceful(), shelf, options(root, threads), files);
            struck = files.struck();
            recorded.losePower(survival, seed + at);

            goesOnToTheEnd(where, shelf, options(root, threads).verify(true));
        }
    }

    private int first(int stride) {
        return EVERY ? 1 : 1 + new Random(seed).nextInt(stride);
    }

    /** Waiting for the real disk would prove nothing here. */
    private CacheFiles unforced() throws IOException {
        return new RecordedFiles(new LocalCacheFiles(), above.resolve("new"));
    }

    private @Nullable BatchwrightException failureOf(
            Journal journal, Shelf shelf, RunOptions options, CacheFiles files) {
        try {
            MillRun.run(journal, shelf, ROWS, options, files);
            return null;
        } catch (BatchwrightException e) {
            return e;
        }
    }

    /** At most what there was since the last checkpoint, for each thread. */
    private void assertLittleWasDoneTwice(String where, int threads, Journal before, Journal after) {
        assertThat(MillRun.madeTwice(undisturbed, List.of(before, after)))
                .as("calls made twice, " + where)
                .isLessThanOrEqualTo((long) threads * (INTERVAL + MillRun.SLACK));
    }

    private Journal goesOnToTheEnd(String where, Shelf shelf, RunOptions options) throws IOException {
        Journal journal = Journal.peaceful();
        BatchwrightException failure = failureOf(journal, shelf, options, unforced());
        assertThat(failure).as(where).isNull();
        assertThat(MillRows.of(root)).as(where).isEqualTo(expected);
        assertThat(shelf.batches()).as(where).isEqualTo(expectedShelf);
        assertThat(temporaries()).as(where).isEmpty();
        remove(above.resolve("new"));
        return journal;
    }

    private List<String> temporaries() throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(Path::toString)
                    .filter(name -> name.contains(".tmp-"))
                    .toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
