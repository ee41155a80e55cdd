package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunReport;
import dev.batchwright.samples.everykind.ShortLivedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that die in the middle of a run, and the runs that follow them. */
class KilledProcessTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 1", "130, 1", "555, 2", "999, 2", "999, 8"})
    void leavesACacheFromWhichARunGoesOn(long row, int threads) throws Exception {
        Path killed = folder.resolve("killed");
        Path whole = folder.resolve("whole");
        killAt(row, threads, killed);
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0).run(Shop.options(whole));

        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0).run(Shop.options(killed));

        assertThat(CacheContents.parts(killed)).isEqualTo(CacheContents.parts(whole));
        assertThat(CacheContents.temporaries(killed)).isZero();
    }

    @Test
    void doesNotComputeFinishedShardsAgain() throws Exception {
        killAt(999, 1, folder);

        RunReport report =
                Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0).run(Shop.options(folder));

        // 1,000 rows in shards of 100, 100 and 50 for each split of 250: only the last shard was not finished
        assertThat(report.step("shout").calls()).isEqualTo(50);
    }

    private static void killAt(long row, int threads, Path cache) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ShortLivedJvm.command(KilledRun.class, cache, row, threads))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(137);
    }
}
