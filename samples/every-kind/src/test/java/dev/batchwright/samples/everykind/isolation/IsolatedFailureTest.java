package dev.batchwright.samples.everykind.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import dev.batchwright.InvalidRowException;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepFailedException;
import dev.batchwright.TransferredException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step throws and prints in its process comes through to the run. */
class IsolatedFailureTest {

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        Children.assertGone();
    }

    private RunOptions options() {
        return RunOptions.cacheAt(folder).threads(1).shardRows(1000).progress(RunOptions.Progress.OFF);
    }

    private RunReport handle(Trouble trouble) {
        return Depot_HandlingRunner.builder()
                .parcels(new Parcels(100))
                .handle(new Depot.Handle(trouble))
                .build()
                .run(options());
    }

    private RunReport inspect(Trouble trouble) {
        return Depot_ExaminingRunner.builder()
                .parcels(new Parcels(100))
                .inspect(new Depot.Inspect(trouble))
                .build()
                .run(options());
    }

    @Test
    void whatItThrowsIsThrownAsItself() {
        assertThatThrownBy(() -> handle(new Trouble.Refusal(70)))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step handle failed in shard 0 at rows 64 to 99 of its input")
                .hasMessageContaining("parcel 70 is not welcome")
                .cause()
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("Trouble$Refusal.at")
                .cause()
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no room");
    }

    @Test
    void whatCannotBeSentIsToldInWords() {
        assertThatThrownBy(() -> handle(new Trouble.OddRefusal(70)))
                .isInstanceOf(StepFailedException.class)
                .cause()
                .isExactlyInstanceOf(TransferredException.class)
                .hasMessage(Trouble.OddException.class.getName() + ": parcel 70 is odd")
                .hasStackTraceContaining("Trouble$OddRefusal.at");
    }

    @Test
    void aRowThatItRefusesIsPutAsideWithoutLossOfTheProcess() {
        RunReport report = inspect(new Trouble.Refusal(21));

        assertThat(report.step("inspect").quarantined()).isEqualTo(1);
        assertThat(report.step("inspect").childRestarts()).isZero();
        try (Depot_ExaminingCache cache = Depot_ExaminingCache.open(folder)) {
            assertThat(cache.inspectQuarantine())
                    .singleElement()
                    .satisfies(bad -> assertThat(bad.error())
                            .contains("java.lang.IllegalArgumentException", "parcel 21 is not welcome"));
        }
    }

    @Test
    void anErrorOfTheProgramEndsTheRunAlsoWhereRowsArePutAside() {
        assertThatThrownBy(() -> inspect(new Trouble.Defect()))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step inspect failed in shard 0 at rows 0 to 15 of its input")
                .hasCauseExactlyInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void whatItPrintsIsHandedOnAndDisturbsNothing() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            handle(new Trouble.Noise("größer als €"));
        } finally {
            System.setErr(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .contains("[handle] größer als € on standard output", "[handle] größer als € on standard error");
        try (Depot_HandlingCache cache = Depot_HandlingCache.open(folder)) {
            assertThat(cache.handle()).hasSize(100);
        }
    }

    @Test
    void aRowThatCannotBeSentEndsTheRunEvenIfTheStepTakesNoNotice() {
        assertThatThrownBy(() -> Depot_ForgettingRunner.builder()
                        .parcels(new Parcels(3))
                        .build()
                        .run(options()))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step careless failed in shard 0 at rows 0 to 2 of its input")
                .hasMessageContaining("Column label holds text whose character 16")
                .hasCauseExactlyInstanceOf(InvalidRowException.class);
    }

    @Test
    void aRowThatCannotBeHandedToItEndsTheRunAndNotTheProcess() {
        Path closed = folder.resolve("closed");

        assertThatThrownBy(() -> Depot_SpoilingRunner.builder()
                        .parcels(new Parcels(1500))
                        .spoil(new Depot.Spoil(1200))
                        .receive(new Depot.Receive(closed.toFile()))
                        .build()
                        .run(options()))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step receive failed in shard 1 at rows 0 to 499 of its input")
                .hasCauseExactlyInstanceOf(InvalidRowException.class);
        assertThat(closed).exists();
    }

    @Test
    void aProcessThatDoesNotBeginIsSaidToLackItsClasses() {
        String classPath = System.setProperty("java.class.path", folder.toString());
        try {
            assertThatThrownBy(() -> handle(new Trouble.Peace()))
                    .isInstanceOf(StepFailedException.class)
                    .hasMessageContaining("Step handle could not be opened")
                    .hasMessageContaining("ended with exit code 1")
                    .hasMessageContaining("before it had begun. It needs the classes of the step on the class path");
        } finally {
            System.setProperty("java.class.path", classPath);
        }
    }

    @Test
    void whatCannotBeSentToItIsRefusedBeforeAnyRowIsRead() {
        assertThatThrownBy(() -> handle(new Trouble.Unsendable(new Object())))
                .isInstanceOf(BatchwrightException.class)
                .hasMessageContaining("Step handle is isolated, but it holds a java.lang.Object")
                .hasMessageContaining("have the step open it in open(StepContext)");
    }
}
