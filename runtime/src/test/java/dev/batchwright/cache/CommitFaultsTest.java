package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import dev.batchwright.CacheException;
import dev.batchwright.Durability;
import dev.batchwright.cache.faults.Fault;
import dev.batchwright.cache.faults.FaultyFiles;
import dev.batchwright.cache.faults.RecordedFiles;
import dev.batchwright.cache.faults.Survival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small cache is written while file operation n fails, for every n until nothing fails, and then written to its end. */
class CommitFaultsTest {

    @TempDir
    Path above;

    private Path root;

    @BeforeEach
    void nameRoot() {
        root = above.resolve("new/cache");
    }

    @ParameterizedTest
    @CsvSource({"msgpack, PROCESS, 3", "msgpack, POWER, 1", "object, POWER, 5", "parquet, POWER, 13"})
    void goesOnAfterAnErrorAnywhere(String format, Durability durability, int stride) throws IOException {
        for (Fault fault : new Fault[] {Fault.SHORT_WRITE, Fault.DISK_FULL}) {
            boolean struck = true;
            for (int at = 1; struck; at += stride) {
                FaultyFiles files = new FaultyFiles(new RecordedFiles(new LocalCacheFiles(), above), fault, at);
                BatchwrightException failure = new SmallCache(root, durability, files, format).tryToWrite();
                struck = files.struck();

                String where = fault + " at operation " + at;
                assertThat(temporaries()).as(where).isEmpty();
                if (failure != null) {
                    assertThat(failure)
                            .as(where)
                            .hasMessageContaining("cannot be")
                            .hasRootCauseInstanceOf(IOException.class);
                }
                goesOnToTheEnd(where, format);
            }
        }
    }

    @Test
    void goesOnAfterItsProcessDiedAnywhere() throws IOException {
        boolean struck = true;
        for (int at = 1; struck; at++) {
            FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.DEATH, at);
            SmallCache killed = new SmallCache(root, Durability.PROCESS, files, "msgpack");
            killed.tryToWrite();
            struck = files.struck();

            assertThat(goesOnToTheEnd("death at operation " + at, "msgpack").partsFound())
                    .containsAll(killed.committed());
        }
    }

    private SmallCache goesOnToTheEnd(String where, String format) throws IOException {
        SmallCache whole = new SmallCache(root, Durability.PROCESS, new LocalCacheFiles(), format);
        assertThat(whole.tryToWrite()).as(where).isNull();
        assertThat(whole.damagedFound()).as(where).isEmpty();
        assertThat(whole.readAll()).as(where).isEqualTo(whole.rows());
        assertThat(temporaries()).as(where).isEmpty();
        SmallCache.remove(root);
        return whole;
    }

    @Test
    void losesNothingThatWasCommittedWhenThePowerFailsAnywhere() throws IOException {
        long seed = new Random().nextLong();
        boolean struck = true;
        for (int at = 1; struck; at++) {
            for (Survival survival : Survival.values()) {
                String where = "power lost at operation " + at + ", " + survival + ", seed " + seed;
                RecordedFiles recorded = new RecordedFiles(new LocalCacheFiles(), above.resolve("new"));
                FaultyFiles files = new FaultyFiles(recorded, Fault.DEATH, at);
                SmallCache dead = new SmallCache(root, Durability.POWER, files, "msgpack");
                dead.tryToWrite();
                struck = files.struck();
                recorded.losePower(survival, seed + at);

                assertThat(goesOnToTheEnd(where, "msgpack").partsFound())
                        .as(where)
                        .containsAll(dead.committed());
            }
        }
    }

    @Test
    void namesAFullDisk() {
        FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.DISK_FULL, 40);

        assertThat(new SmallCache(root, Durability.PROCESS, files, "msgpack").tryToWrite())
                .hasMessageContaining("step/0123456789ab/0000")
                .hasMessageContaining("cannot be written: No space left on device. The disk is full")
                .hasMessageContaining("run again");
    }

    @Test
    void givesTheSecondOfTwoAttemptsAtAPartUp() throws IOException {
        SmallCache first = new SmallCache(root, Durability.PROCESS, new LocalCacheFiles(), "msgpack");
        assertThat(first.tryToWrite()).isNull();
        Set<String> parts = first.partsFound();

        first.writeShardAgain(1, 7); // parts of the same rows, so that it does not matter who came first
        assertThatThrownBy(() -> first.writeShardAgain(1, 8))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("Another attempt has written step/0123456789ab/00001.000.msgpack");

        assertThat(temporaries()).isEmpty();
        assertThat(first.partsFound()).isEqualTo(parts);
        assertThat(first.readAll()).isEqualTo(first.rows());
    }

    private Set<String> temporaries() throws IOException {
        if (!Files.exists(root)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return Set.copyOf(all.map(Path::toString)
                    .filter(name -> name.contains(".tmp-"))
                    .toList());
        }
    }
}
