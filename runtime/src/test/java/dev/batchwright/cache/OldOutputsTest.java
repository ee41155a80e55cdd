package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.BatchwrightException;
import dev.batchwright.Durability;
import dev.batchwright.RemovedOutput;
import dev.batchwright.Retention;
import dev.batchwright.cache.faults.Fault;
import dev.batchwright.cache.faults.FaultyFiles;
import dev.batchwright.cache.faults.RecordedFiles;
import dev.batchwright.cache.faults.Survival;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs of one step come and go, by a clock that the test sets. */
class OldOutputsTest {

    private static final Retention TEN_DAYS =
            new Retention(Optional.of(Duration.ofDays(10)), OptionalInt.empty(), OptionalLong.empty());
    private static final Retention KEEP_NONE = new Retention(Optional.empty(), OptionalInt.of(0), OptionalLong.empty());

    @TempDir
    Path above;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private Path root() {
        return above.resolve("cache");
    }

    private void later(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    private static String fingerprint(String digit) {
        return digit.repeat(64);
    }

    private static String folder(String digit) {
        return digit.repeat(12);
    }

    /** A run with one step, which writes a mark where there is none. */
    private List<RemovedOutput> run(String digit, Retention retention) {
        return run(digit, retention, new LocalCacheFiles(), Durability.PROCESS);
    }

    private List<RemovedOutput> run(String digit, Retention retention, CacheFiles files, Durability durability) {
        String fingerprint = fingerprint(digit);
        try (CacheDirectory cache =
                CacheDirectory.openForWriting(root(), "pipeline", durability, files, ShardFormats.load(), false)) {
            StepStore store = cache.steps().open("step", fingerprint);
            cache.steps()
                    .write(
                            store,
                            new StepInfo(
                                    "step",
                                    fingerprint,
                                    Map.of(),
                                    "",
                                    "",
                                    "",
                                    "",
                                    null,
                                    Map.of(),
                                    "",
                                    List.of(),
                                    null));
            OldOutputs outputs = cache.oldOutputs();
            long run = outputs.begin(Map.of("step", fingerprint), now);
            if (store.parts(0).isEmpty()) {
                store.markDone(Marks.whole("step", fingerprint), "attempt");
            }
            cache.publish("step", fingerprint, List.of(0));
            return outputs.end(run, Map.of("step", fingerprint), retention, now);
        }
    }

    private List<RemovedOutput> preview(String digit, Retention retention) {
        return new OldOutputs(root(), new LocalCacheFiles())
                .preview(Map.of("step", fingerprint(digit)), retention, now);
    }

    private Set<String> outputs() throws IOException {
        try (Stream<Path> folders = Files.list(root().resolve("step"))) {
            return new TreeSet<>(
                    folders.map(folder -> folder.getFileName().toString()).toList());
        }
    }

    @Test
    void keepsAllUnlessTold() throws IOException {
        run("a", Retention.ALL);
        run("b", Retention.ALL);
        later(10_000);

        assertThat(run("c", Retention.ALL)).isEmpty();
        assertThat(outputs()).containsExactly(folder("a"), folder("b"), folder("c"));
    }

    @Test
    void removesWhatNoRunHasUsedForLong() throws IOException {
        run("a", TEN_DAYS);
        run("b", TEN_DAYS);
        later(8);
        run("a", TEN_DAYS);
        later(8);

        List<RemovedOutput> foreseen = preview("c", TEN_DAYS);
        List<RemovedOutput> removed = run("c", TEN_DAYS);

        assertThat(removed).isEqualTo(foreseen).singleElement().satisfies(output -> {
            assertThat(output.fingerprint()).isEqualTo(folder("b"));
            assertThat(output.bytes()).isPositive();
            assertThat(output.problem()).isEmpty();
            assertThat(output.toString())
                    .startsWith("step/bbbbbbbbbbbb, ")
                    .endsWith("not used for 16 days, and ttl is 10 days");
        });
        assertThat(outputs()).containsExactly(folder("a"), folder("c"));
    }

    @Test
    void doesNotGoByTheTimesOfFiles() throws IOException {
        run("a", TEN_DAYS);
        run("b", TEN_DAYS);
        try (Stream<Path> all = Files.walk(root())) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH));
            }
        }

        assertThat(run("b", TEN_DAYS)).isEmpty();
    }

    @Test
    void takesAUseInTheFutureForOneNowAndLetsItAgeFromThen() throws IOException {
        later(10_000);
        run("a", TEN_DAYS);
        later(-10_000);

        assertThat(run("b", TEN_DAYS)).isEmpty();
        later(9);
        assertThat(run("b", TEN_DAYS)).isEmpty();
        later(2);
        assertThat(run("b", TEN_DAYS)).extracting(RemovedOutput::fingerprint).containsExactly(folder("a"));
    }

    @Test
    void countsAnOutputThatItDoesNotKnowAsUsedWhenItIsFirstMet() throws IOException {
        run("a", Retention.ALL);
        run("b", Retention.ALL);
        Files.delete(root().resolve("usage.json"));
        later(10_000);

        assertThat(run("b", TEN_DAYS)).isEmpty();
        later(11);
        assertThat(run("b", TEN_DAYS)).extracting(RemovedOutput::fingerprint).containsExactly(folder("a"));
    }

    @Test
    void removesNothingByAFileThatCannotBeRead() throws IOException {
        run("a", Retention.ALL);
        run("b", Retention.ALL);
        Files.writeString(root().resolve("usage.json"), "{\"run\": 7, \"steps\": {\"step\": {\"aaaaaaaaaaaa\": ");
        later(10_000);

        assertThat(run("b", TEN_DAYS)).isEmpty();
    }

    @Test
    void countsTheWorkOfARunThatFailedAsUsed() throws IOException {
        run("a", TEN_DAYS);
        run("b", TEN_DAYS);
        later(9);
        try (CacheDirectory cache = CacheDirectory.openForWriting(
                root(), "pipeline", Durability.PROCESS, new LocalCacheFiles(), ShardFormats.load(), false)) {
            cache.oldOutputs().begin(Map.of("step", fingerprint("a")), now);
        }
        later(9);

        assertThat(run("b", TEN_DAYS)).isEmpty();
        assertThat(outputs()).contains(folder("a"));
    }

    @Test
    void leavesAloneWhatIsNotAnOutput() throws IOException {
        run("a", KEEP_NONE);
        Path notes = Files.createDirectories(root().resolve("step").resolve("cccccccccccc"));
        Files.writeString(notes.resolve("notes.txt"), "mine");
        Files.createDirectories(root().resolve("step").resolve("drafts"));
        Files.writeString(root().resolve("README"), "mine");

        run("b", KEEP_NONE);

        assertThat(outputs()).containsExactly(folder("b"), folder("c"), "drafts");
        assertThat(notes.resolve("notes.txt")).exists();
        assertThat(root().resolve("README")).exists();
    }

    @Test
    void tellsOfAnOutputThatCannotBeRemovedAndTriesAgain() throws IOException {
        run("a", KEEP_NONE);
        Path within = Files.createDirectories(
                root().resolve("step").resolve(folder("a")).resolve("mine").resolve("too"));

        List<RemovedOutput> removed = run("b", KEEP_NONE);

        assertThat(removed)
                .singleElement()
                .satisfies(output -> assertThat(output.problem()).startsWith("it could not be removed"));
        try (Stream<Path> all = Files.walk(root())) {
            assertThat(all.filter(path -> path.endsWith(Path.of("mine", "too"))))
                    .hasSize(1);
        }
        try (Stream<Path> all = Files.walk(root())) {
            for (Path path : all.filter(path -> path.endsWith("too")).toList()) {
                Files.delete(path);
            }
        }
        run("b", KEEP_NONE);
        assertThat(outputs()).containsExactly(folder("b"));
        assertThat(within).doesNotExist();
    }

    @Test
    void removesTemporariesUnderEarlierFingerprintsToo() throws IOException {
        run("a", Retention.ALL);
        Path temporary = root().resolve("step").resolve(folder("a")).resolve("00001.000.msgpack.tmp-1a2b-0");
        Files.writeString(temporary, "half a part");

        run("b", Retention.ALL);

        assertThat(temporary).doesNotExist();
        assertThat(outputs()).containsExactly(folder("a"), folder("b"));
    }

    @Test
    void knowsAnOutputWithoutItsDescription() throws IOException {
        run("a", Retention.ALL);
        Path folder = Files.createDirectories(root().resolve("step").resolve(folder("c")));
        Path temporary = Files.writeString(folder.resolve("step.json.tmp-1a2b"), "half");
        Files.delete(root().resolve("step").resolve(folder("a")).resolve("step.json"));

        run("b", Retention.ALL);
        assertThat(temporary).doesNotExist();
        run("b", KEEP_NONE);
        assertThat(outputs()).containsExactly(folder("b"));
    }

    @Test
    void isNeverHalfDoneForAReaderAndGoesOnWhereverItDied() throws IOException {
        boolean struck = true;
        for (int at = 1; struck; at++) {
            SmallCache.remove(root());
            Files.createDirectories(above);
            run("a", Retention.ALL);
            run("b", Retention.ALL);
            FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.DEATH, at);
            tryToRun("c", files, Durability.PROCESS);
            struck = files.struck();

            String where = "death at operation " + at;
            assertThat(new CacheCheck(root(), "pipeline", new LocalCacheFiles(), ShardFormats.load(), Map.of())
                            .run()
                            .isSound())
                    .as(where)
                    .isTrue();
            run("c", KEEP_NONE);
            assertThat(outputs()).as(where).containsExactly(folder("c"));
        }
    }

    @Test
    void leavesNoHalfAnOutputUnderItsNameWhenThePowerFails() throws IOException {
        long seed = new Random().nextLong();
        boolean struck = true;
        for (int at = 1 + new Random(seed).nextInt(3); struck; at += 3) {
            for (Survival survival : Survival.values()) {
                SmallCache.remove(root());
                Files.createDirectories(above);
                run("a", Retention.ALL);
                Set<String> whole = files(root().resolve("step").resolve(folder("a")));
                run("b", Retention.ALL);
                RecordedFiles recorded = new RecordedFiles(new LocalCacheFiles(), above);
                FaultyFiles files = new FaultyFiles(recorded, Fault.DEATH, at);
                tryToRun("b", files, Durability.POWER);
                struck = files.struck();
                recorded.losePower(survival, seed + at);

                String where = "power lost at operation " + at + ", " + survival + ", seed " + seed;
                Path old = root().resolve("step").resolve(folder("a"));
                if (Files.exists(old)) {
                    assertThat(files(old)).as(where).isEqualTo(whole);
                }
                run("b", KEEP_NONE);
                assertThat(outputs()).as(where).containsExactly(folder("b"));
            }
        }
    }

    private void tryToRun(String digit, CacheFiles files, Durability durability) {
        try {
            run(digit, KEEP_NONE, files, durability);
        } catch (BatchwrightException e) {
            assertThat(e).hasMessageContaining("cannot be");
        }
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new TreeSet<>(all.map(path -> path.getFileName().toString()).toList());
        }
    }
}
