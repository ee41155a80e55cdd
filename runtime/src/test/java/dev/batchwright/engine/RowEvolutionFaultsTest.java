package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.BatchwrightException;
import dev.batchwright.Durability;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.cache.faults.Fault;
import dev.batchwright.cache.faults.FaultyFiles;
import dev.batchwright.cache.faults.RecordedFiles;
import dev.batchwright.cache.faults.Survival;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a changed record are taken over while file operation n fails, for every so many n until nothing fails. */
class RowEvolutionFaultsTest {

    @TempDir
    Path above;

    private final GrownPipeline before = GrownPipeline.before();
    private final GrownPipeline after = GrownPipeline.after();

    private Path kept() {
        return above.resolve("kept");
    }

    private Path caches() {
        return above.resolve("caches");
    }

    private Path cache() {
        return caches().resolve("cache");
    }

    private RunOptions options() {
        return GrownPipeline.options(cache());
    }

    @BeforeEach
    void keepRowsOfTheEarlierRecord() throws IOException {
        before.run(GrownPipeline.options(kept()));
        Files.createDirectory(caches());
    }

    @Test
    void takesThemOverWhereNothingFails() throws IOException {
        copy();

        RunReport report = after.run(options().evolveRows(true));

        assertThat(report.adopted()).hasSize(3).allMatch(AdoptedOutput::isAdopted);
        assertThat(after.calls).isZero();
        assertThat(parts()).hasSize(2 * (6 + 6 + 1));
        assertRows("nothing failed");
    }

    @ParameterizedTest
    @CsvSource({"DEATH, 11", "SHORT_WRITE, 19", "DISK_FULL, 23"})
    void goesOnAfterAFaultAnywhere(Fault fault, int stride) throws IOException {
        boolean struck = true;
        for (int at = 1 + new Random().nextInt(stride); struck; at += stride) {
            String where = fault + " at operation " + at;
            copy();
            FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), fault, at);
            tryToTakeOver(options(), files);
            struck = files.struck();

            assertRows(where);
            goesOn(where, at % 2 == 0);
        }
    }

    @Test
    void losesNothingThatWasKeptWhenThePowerFailsAnywhere() throws IOException {
        long seed = new Random().nextLong();
        boolean struck = true;
        for (int at = 1 + new Random().nextInt(13); struck; at += 13) {
            for (Survival survival : Survival.values()) {
                String where = "power lost at operation " + at + ", " + survival + ", seed " + seed;
                copy();
                RecordedFiles recorded = new RecordedFiles(new LocalCacheFiles(), caches());
                FaultyFiles files = new FaultyFiles(recorded, Fault.DEATH, at);
                tryToTakeOver(options().durability(Durability.POWER), files);
                struck = files.struck();
                recorded.losePower(survival, seed + at);

                assertRows(where);
                goesOn(where, at % 2 == 0);
            }
        }
    }

    /** With the option again no row is made; without it those that are missing are. The earlier output stays as it was. */
    private void goesOn(String where, boolean evolves) throws IOException {
        int calls = after.calls;
        RunReport report = after.run(options().evolveRows(evolves));

        assertThat(report.damage()).as(where).isEmpty();
        if (evolves) {
            assertThat(after.calls).as(where).isEqualTo(calls);
        }
        assertRows(where);
        int earlierCalls = before.calls;
        before.run(options());
        assertThat(before.calls).as(where).isEqualTo(earlierCalls);
        for (String step : GrownPipeline.STEPS) {
            assertThat(before.rows(cache(), step)).as(where).isEqualTo(before.expected(step));
        }
    }

    /** What a reader with the newer record gets, whichever output it sees. */
    private void assertRows(String where) {
        for (String step : GrownPipeline.STEPS) {
            assertThat(after.rows(cache(), step)).as("%s, step %s", where, step).isEqualTo(after.expected(step));
        }
    }

    private void tryToTakeOver(RunOptions options, CacheFiles files) {
        try {
            after.run(options.evolveRows(true), files);
        } catch (BatchwrightException | UncheckedIOException e) {
            // goes on later
        }
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> all = Files.walk(cache())) {
            return all.filter(path -> path.toString().matches(".*/\\d+\\.\\d+\\.[a-z]+"))
                    .toList();
        }
    }

    private void copy() throws IOException {
        if (Files.exists(cache())) {
            try (Stream<Path> all = Files.walk(cache())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> all = Files.walk(kept())) {
            for (Path path : all.toList()) {
                Files.copy(path, cache().resolve(kept().relativize(path).toString()));
            }
        }
    }
}
