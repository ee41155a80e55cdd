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
import dev.batchwright.engine.LocalEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are put aside are committed with the others, whatever fails and whenever: none is lost, and none is there twice. */
class QuarantineFaultsTest {

    private static final int ROWS = 12;

    private static final boolean EVERY = Boolean.getBoolean("faults.every");

    @TempDir
    Path above;

    private final long seed = new Random().nextLong();
    private InspectedRows expected;
    private Shelf expectedShelf;

    private static Flaws flaws() {
        return new Flaws()
                .at("polish", 0L, 17L)
                .at("pick", 6L)
                .at("crush", 1L)
                .at("roast", 20L, 21L)
                .at("blend", 51L)
                .at("ship", 71L);
    }

    private static RunOptions options(Path cache, int threads) {
        return MillRun.options(cache, threads).shardRows(7).checkpointInterval(Duration.ofSeconds(6));
    }

    private static void run(Shelf shelf, RunOptions options, CacheFiles files) {
        Journal journal = Journal.peaceful();
        new LocalEngine(files, journal::clock)
                .run(Inspection.runner(journal, flaws(), shelf, ROWS).definition(), options);
    }

    @BeforeEach
    void runUndisturbed() {
        expectedShelf = new Shelf();
        run(expectedShelf, options(above.resolve("undisturbed"), 1), new LocalCacheFiles());
        expected = InspectedRows.of(above.resolve("undisturbed"));
        assertThat(expected).isEqualTo(InspectedRows.expected(ROWS, flaws(), expectedShelf.batches()));
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, PROCESS, 1, 181",
        "SHORT_WRITE, POWER, 2, 241",
        "DISK_FULL, PROCESS, 2, 211",
        "DEATH, PROCESS, 1, 97"
    })
    void goesOnAfterAFaultAnywhere(Fault fault, Durability durability, int threads, int stride) throws IOException {
        boolean struck = true;
        for (int at = first(stride); struck; at += EVERY ? 1 : stride) {
            Path place = above.resolve("struck");
            RunOptions options = options(place.resolve("cache"), threads).durability(durability);
            FaultyFiles files = new FaultyFiles(new RecordedFiles(new LocalCacheFiles(), place), fault, at);
            Shelf shelf = new Shelf();
            runToItsDeath(shelf, options, files);
            struck = files.struck();

            goesOnToTheEnd(fault + " at operation " + at + ", seed " + seed, shelf, options);
            remove(place);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 131", "2, 173"})
    void losesNothingThatWasCommittedWhenThePowerFailsAnywhere(int threads, int stride) throws IOException {
        Survival[] survivals = Survival.values();
        boolean struck = true;
        for (int at = first(stride); struck; at += EVERY ? 1 : stride) {
            Path place = above.resolve("struck");
            RunOptions options = options(place.resolve("cache"), threads).durability(Durability.POWER);
            RecordedFiles recorded = new RecordedFiles(new LocalCacheFiles(), place);
            FaultyFiles files = new FaultyFiles(recorded, Fault.DEATH, at);
            Shelf shelf = new Shelf();
            runToItsDeath(shelf, options, files);
            struck = files.struck();
            Survival survival = survivals[at % survivals.length];
            recorded.losePower(survival, seed + at);

            goesOnToTheEnd("power lost at operation " + at + ", " + survival + ", seed " + seed, shelf, options);
            remove(place);
        }
    }

    private int first(int stride) {
        return EVERY ? 1 : 1 + new Random(seed).nextInt(stride);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void runToItsDeath(Shelf shelf, RunOptions options, CacheFiles files) {
        try {
            run(shelf, options, files);
        } catch (BatchwrightException e) {
            assertThat(e).hasMessageContaining("cannot be");
        }
    }

    private void goesOnToTheEnd(String where, Shelf shelf, RunOptions options) {
        run(shelf, options, new LocalCacheFiles());
        assertThat(InspectedRows.of(options.cache())).as(where).isEqualTo(expected);
        assertThat(shelf.batches()).as(where).isEqualTo(expectedShelf.batches());
    }
}
