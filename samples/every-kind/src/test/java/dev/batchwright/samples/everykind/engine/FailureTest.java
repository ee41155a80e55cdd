package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.batchwright.CacheException;
import dev.batchwright.CorruptShardException;
import dev.batchwright.RunReport;
import dev.batchwright.StepFailedException;
import dev.batchwright.samples.everykind.engine.Shop.Word;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    private static final Duration FAR_ABOVE_NEED = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final Probe probe = new Probe();

    private RunReport run(int threads) {
        return assertTimeoutPreemptively(
                FAR_ABOVE_NEED,
                () -> Shop.runner(probe, new ConcurrentHashMap<>(), 3, 0)
                        .run(Shop.options(folder).threads(threads)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void endsWithStepShardRowAndCause(int threads) {
        probe.failAt(555);

        // 250 rows a split are cut into shards of 100, 100 and 50: row 555 is row 55 of the third split
        assertThatThrownBy(() -> run(threads))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step shout failed in shard 6 at row 55 of its input")
                .hasMessageContaining("id 555 is not welcome")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatWasCommittedAndGoesOnFromThere() throws IOException {
        probe.failAt(999);
        assertThatThrownBy(() -> run(1)).isInstanceOf(StepFailedException.class);
        assertThat(CacheContents.temporaries(folder)).isZero();
        long firstCalls = probe.countOf("split-words");
        probe.neverFail();

        RunReport report = run(1);

        // the shard that failed held the last 50 rows of the first source; the other one gives 667 that 3 does not
        // divide
        assertThat(report.step("shout").calls()).isEqualTo(50);
        assertThat(probe.countOf("split-words") - firstCalls)
                .isEqualTo(report.step("split-words").rowsIn());
        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            assertThat(cache.splitWords().size()).hasValue(3 * 1000 + 667);
        }
    }

    @Test
    void closesWhatWasOpenedWhenTheRunFails() {
        probe.failAt(555);
        assertThatThrownBy(() -> run(2)).isInstanceOf(StepFailedException.class);

        assertThat(probe.countOf("opened")).isPositive();
        assertThat(probe.countOf("closed")).isEqualTo(probe.countOf("opened"));
    }

    @Test
    void showsReadersNothingOfAStepThatHasNotFinished() {
        probe.failAt(0);
        assertThatThrownBy(() -> run(1)).isInstanceOf(StepFailedException.class);

        assertThatThrownBy(() -> {
                    try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
                        cache.sum();
                    }
                })
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("Run");
    }

    @Test
    void refusesASecondRunOnOneCacheAndSaysWhoHoldsIt() throws Exception {
        Shop.runner(probe, new ConcurrentHashMap<>(), 3, 0).run(Shop.options(folder));
        try (FileChannel channel = FileChannel.open(folder.resolve("LOCK"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> run(1))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid() + " since ");
        }
        assertThat(run(1).step("sum").shardsReused()).isEqualTo(1);
    }

    @Test
    void refusesTheCacheOfAnotherPipeline() throws IOException {
        Shop.runner(probe, new ConcurrentHashMap<>(), 3, 0).run(Shop.options(folder));
        edit(folder.resolve("manifest.json"), "\"trade\"", "\"corpus\"");

        assertThatThrownBy(() -> run(1))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("belongs to pipeline corpus, not to trade");
    }

    @Test
    void refusesALayoutFromTheFutureAndLeavesItAlone() throws IOException {
        Shop.runner(probe, new ConcurrentHashMap<>(), 3, 0).run(Shop.options(folder));
        Path manifest = folder.resolve("manifest.json");
        String future = edit(manifest, "\"formatVersion\" : 1", "\"formatVersion\" : 99");

        assertThatThrownBy(() -> run(1)).isInstanceOf(CacheException.class).hasMessageContaining("layout version 99");
        assertThat(manifest).hasContent(future);
    }

    /** As by hand: without the checksum, which would not match. */
    private static String edit(Path file, String what, String by) throws IOException {
        String text = Files.readString(file).replace(what, by).replaceFirst(",\\s*\"checksum\" : \"[^\"]*\"", "");
        Files.writeString(file, text);
        return text;
    }

    @Test
    void namesADirectoryThatCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a directory");

        assertThatThrownBy(() ->
                        Shop.runner(probe, new ConcurrentHashMap<>(), 3, 0).run(Shop.options(file)))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Shop_TradeCache.open(folder.resolve("nowhere")))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("There is no cache at")
                .hasMessageContaining("nowhere");
    }

    @Test
    void tellsAReaderOfALostShardInsteadOfSkippingIt() throws IOException {
        Shop.runner(probe, new ConcurrentHashMap<>(), 3, 0).run(Shop.options(folder));
        Files.delete(CacheContents.part(folder, "split-words", "00003.000"));

        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            assertThatThrownBy(() -> {
                        long rows = 0;
                        for (Word word : cache.splitWords()) {
                            rows += word.line() >= 0 ? 1 : 0;
                        }
                        assertThat(rows).isPositive();
                    })
                    .isInstanceOf(CorruptShardException.class)
                    .hasMessageContaining("Shard 3 of step split-words");
        }
    }
}
