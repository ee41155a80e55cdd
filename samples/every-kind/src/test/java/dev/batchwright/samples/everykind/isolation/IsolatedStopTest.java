package dev.batchwright.samples.everykind.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Run;
import dev.batchwright.RunCancelledException;
import dev.batchwright.RunOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are stopped, or killed, while the process of an isolated step is at work. */
class IsolatedStopTest {

    private static final int ROWS = 100;

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        Children.assertGone();
    }

    private Run start(Trouble trouble) {
        return Depot_HandlingRunner.builder()
                .parcels(new Parcels(ROWS))
                .handle(new Depot.Handle(trouble))
                .build()
                .start(RunOptions.cacheAt(folder.resolve("cache"))
                        .threads(2)
                        .shardRows(1000)
                        .progress(RunOptions.Progress.OFF));
    }

    @Test
    void endsWithItsRunHoweverThatIsKilled() throws Exception {
        Process run = OrphanedRun.start(folder);
        try {
            ProcessHandle child = Children.awaitSign(folder.resolve("sign"));
            assertThat(child.parent()).contains(run.toHandle());

            run.destroyForcibly();

            Children.await(() -> !child.isAlive());
            assertThat(child.isAlive()).isFalse();
        } finally {
            run.destroyForcibly();
        }
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void isKilledWhenItsRunEndsAtOnce() throws Exception {
        Path sign = folder.resolve("sign");
        Run run = start(new Trouble.Stall(sign.toFile()));
        ProcessHandle child = Children.awaitSign(sign);

        run.cancelNow();

        assertThat(run.await(Children.DEADLINE)).isTrue();
        assertThatThrownBy(run::await).isInstanceOf(RunCancelledException.class);
        Children.await(() -> !child.isAlive());
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void finishesTheCallThatIsRunningWhenItsRunIsStopped() throws Exception {
        Path sign = folder.resolve("sign");
        Path go = folder.resolve("go");
        Run run = start(new Trouble.Wait(sign.toFile(), go.toFile()));
        Children.awaitSign(sign);

        run.cancel();
        Files.createFile(go);

        assertThat(run.await(Children.DEADLINE)).isTrue();
        assertThatThrownBy(run::await).isInstanceOf(RunCancelledException.class);
        start(new Trouble.Peace()).await();
        try (Depot_HandlingCache cache = Depot_HandlingCache.open(folder.resolve("cache"))) {
            assertThat(cache.handle()).hasSize(ROWS);
        }
    }

    @Test
    void leavesSignalsToItsRun() throws Exception {
        Path sign = folder.resolve("sign");
        Path go = folder.resolve("go");
        Run run = start(new Trouble.Wait(sign.toFile(), go.toFile()));
        ProcessHandle child = Children.awaitSign(sign);

        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start();
        assertThat(kill.waitFor()).isZero();
        Files.createFile(go);

        assertThat(run.await().step("handle").childRestarts()).isZero();
    }

    @Test
    void leavesNoProcessBehindWhenItsRunFails() throws Exception {
        Run run = start(new Trouble.Refusal(70));

        assertThat(run.await(Children.DEADLINE)).isTrue();
        assertThatThrownBy(run::await).hasMessageContaining("parcel 70 is not welcome");
    }
}
