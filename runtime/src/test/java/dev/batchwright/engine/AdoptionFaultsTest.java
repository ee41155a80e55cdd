package dev.batchwright.engine;

import static dev.batchwright.engine.OldCache.COUNTED;
import static dev.batchwright.engine.OldCache.KEPT;
import static dev.batchwright.engine.OldCache.RETITLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.BatchwrightException;
import dev.batchwright.Durability;
import dev.batchwright.OldRows;
import dev.batchwright.RunOptions;
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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache of layout version 0 is taken over, or left as it was, whatever fails on the way. */
class AdoptionFaultsTest {

    @TempDir
    Path above;

    private final PassagePipeline pipeline = new PassagePipeline(1);

    private OldCache old() {
        return new OldCache(above.resolve("cache"));
    }

    private RunOptions options(OldRows answer) {
        return PassagePipeline.options(old().folder()).rowsOfVersion0(answer);
    }

    private List<String> rows(String step) {
        return PassagePipeline.rows(old().folder(), step);
    }

    @Test
    void goesOnAfterItsProcessDiedAnywhereAndTakesNoHalfOfIt() throws IOException {
        boolean struck = true;
        for (int at = 1; struck; at += 8) {
            for (OldRows next : List.of(OldRows.ADOPT, OldRows.RECOMPUTE)) {
                old().remove();
                old().write(KEPT, RETITLED, COUNTED);
                byte[] before = Files.readAllBytes(old().file());
                FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.DEATH, at);
                tryToAdopt(files);
                struck = files.struck();
                boolean isMigrated = Files.exists(old().folder().resolve("manifest.json"));

                pipeline.run(options(next));

                String where = "death at operation " + at + ", then " + next;
                boolean isAdopted = isMigrated || next == OldRows.ADOPT;
                assertThat(rows("keep-even")).as(where).hasSize(isAdopted ? 7 : 20);
                assertThat(rows("count").get(0).contains("old")).as(where).isEqualTo(isAdopted);
                assertThat(Files.readAllBytes(old().file())).as(where).isEqualTo(before);
                assertThat(old().names()).as(where).doesNotContain("migration.json");
            }
        }
    }

    @Test
    void trustsNothingOfAnAttemptWhoseFileIsGone() throws IOException {
        boolean struck = true;
        for (int at = 1; struck; at += 11) {
            old().remove();
            old().write(KEPT, RETITLED, COUNTED);
            FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.DEATH, at);
            tryToAdopt(files);
            struck = files.struck();
            if (!Files.exists(old().folder().resolve("manifest.json"))) {
                Files.delete(old().file());
                pipeline.run(PassagePipeline.options(old().folder()));

                assertThat(rows("keep-even")).as("death at operation " + at).hasSize(20);
            }
        }
    }

    @Test
    void leavesVersion0AsItWasAfterAnErrorAnywhere() throws IOException {
        boolean struck = true;
        for (int at = 2; struck; at += 13) {
            old().remove();
            old().write(KEPT, RETITLED, COUNTED);
            FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.ERROR, at);
            tryToAdopt(files);
            struck = files.struck();

            pipeline.run(options(OldRows.ADOPT));

            assertThat(rows("keep-even")).as("error at operation " + at).isEqualTo(OldCache.rows(0, 7));
        }
    }

    @Test
    void isWholeOrNotThereWhenThePowerFailsAnywhere() throws IOException {
        long seed = new Random().nextLong();
        Survival[] survivals = Survival.values();
        boolean struck = true;
        for (int at = 1; struck; at += 7) {
            for (OldRows next : List.of(OldRows.ADOPT, OldRows.RECOMPUTE)) {
                old().remove();
                old().write(KEPT, RETITLED, COUNTED);
                byte[] before = Files.readAllBytes(old().file());
                RecordedFiles recorded = new RecordedFiles(new LocalCacheFiles(), old().folder());
                FaultyFiles files = new FaultyFiles(recorded, Fault.DEATH, at);
                tryToAdopt(files, options(OldRows.ADOPT).durability(Durability.POWER));
                struck = files.struck();
                Survival survival = survivals[at % survivals.length];
                recorded.losePower(survival, seed + at);
                boolean isMigrated = Files.exists(old().folder().resolve("manifest.json"));

                pipeline.run(options(next).durability(Durability.POWER));

                String where = "power lost at operation " + at + ", " + survival + ", seed " + seed + ", then " + next;
                boolean isAdopted = isMigrated || next == OldRows.ADOPT;
                assertThat(rows("keep-even")).as(where).hasSize(isAdopted ? 7 : 20);
                assertThat(rows("count").get(0).contains("old")).as(where).isEqualTo(isAdopted);
                assertThat(Files.readAllBytes(old().file())).as(where).isEqualTo(before);
                assertThat(old().names()).as(where).doesNotContain("migration.json");
            }
        }
    }

    private void tryToAdopt(CacheFiles files) {
        tryToAdopt(files, options(OldRows.ADOPT));
    }

    private void tryToAdopt(CacheFiles files, RunOptions options) {
        try {
            pipeline.run(options, files);
        } catch (BatchwrightException | UncheckedIOException e) {
            assertThat(String.valueOf(e.getMessage())).isNotEmpty();
        }
    }
}
