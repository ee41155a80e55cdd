package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CacheException;
import dev.batchwright.Durability;
import dev.batchwright.shard.ShardFormats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OneWriterTest {

    @TempDir
    Path above;

    private Path root;

    @BeforeEach
    void createRoot() throws IOException {
        root = Files.createDirectory(above.resolve("cache"));
    }

    private static CacheDirectory open(Path path) {
        return CacheDirectory.openForWriting(
                path, "p", Durability.PROCESS, new LocalCacheFiles(), ShardFormats.load(), false);
    }

    /** What a process says that was started on the cache. */
    private static String firstLine(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return String.valueOf(lines.readLine());
    }

    @Test
    void refusesASecondRunOfThisProcessByWhateverPath() throws IOException {
        Path link = Files.createSymbolicLink(above.resolve("link"), root);
        Path detour = root.resolve("../cache");
        Instant before = Instant.now().minusSeconds(1);

        try (CacheDirectory first = open(link)) {
            assertThat(first).isNotNull();
            for (Path path : new Path[] {root, link, detour}) {
                assertThatThrownBy(() -> open(path))
                        .isInstanceOf(CacheException.class)
                        .hasMessageContaining(path.toString())
                        .hasMessageContaining("in use by another run of this process, process "
                                + ProcessHandle.current().pid() + " since 20")
                        .satisfies(e -> assertThat(since(String.valueOf(e.getMessage())))
                                .isAfter(before))
                        .hasMessageContaining("Wait until that run has ended");
            }
        }
        open(root).close();
    }

    private static Instant since(String message) {
        return Instant.parse(message.replaceFirst("(?s).*since (\\S+Z)\\..*", "$1"));
    }

    @Test
    void stillKeepsOtherProcessesOutAfterASecondRunOfThisOneWasRefused() throws Exception {
        try (CacheDirectory first = open(root)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> open(root)).isInstanceOf(CacheException.class);

            Process other = LockHolder.start(root);
            assertThat(firstLine(other))
                    .contains("in use by process " + ProcessHandle.current().pid() + " since 20");
            assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void namesTheProcessThatHoldsTheCacheAndTakesItOverWhenThatIsDead() throws Exception {
        Process holder = LockHolder.start(root);
        try {
            assertThat(firstLine(holder)).isEqualTo("open");

            assertThatThrownBy(() -> open(root))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("in use by process " + holder.pid() + " since 20");
        } finally {
            holder.destroyForcibly();
        }
        assertThat(holder.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(root.resolve("LOCK"))).contains("process " + holder.pid());

        open(root).close();

        assertThat(Files.readString(root.resolve("LOCK")))
                .contains("process " + ProcessHandle.current().pid());
    }

    @Test
    void refusesNoReaderAndShowsItNothingThatIsNotFinished() throws IOException {
        SmallCache written = new SmallCache(root, Durability.PROCESS, new LocalCacheFiles(), "msgpack");
        assertThat(written.tryToWrite()).isNull();

        try (CacheDirectory cache = CacheDirectory.openForWriting(
                root, "pipeline", Durability.PROCESS, new LocalCacheFiles(), ShardFormats.load(), false)) {
            StepStore other = cache.steps().open(SmallCache.STEP, "fedcba9876543210");
            written.write(other, 0, 3);
            assertThat(other.parts(0)).isNotEmpty();
            Files.writeString(other.folder().resolve("00001.000.msgpack.tmp-1"), "unfinished");

            assertThat(written.readAll()).isEqualTo(written.rows());

            cache.publish(SmallCache.STEP, "fedcba9876543210", List.of(0));
            assertThat(written.readAll())
                    .isEqualTo(written.rows().subList(0, written.rows().size() / 2));
        }
    }
}
