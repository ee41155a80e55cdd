package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunReport;
import dev.batchwright.samples.everykind.ShortLivedJvm;
import dev.batchwright.samples.everykind.durability.Belt.Gate;
import dev.batchwright.samples.everykind.durability.Belt.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that get signals, and the runs that go on after them. */
@DisabledOnOs(OS.WINDOWS)
class SignalTest {

    private static final long DEADLINE_NANOS = Threads.DEADLINE.toNanos();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void endsInOrderAfterTheRunningCallAndGoesOnFromThere(String signal, int exitCode) throws Exception {
        Process process = start("until-asked");
        awaitReached(process);
        send(signal, process);

        assertThat(exitCode(process)).isEqualTo(exitCode);
        assertThat(report()).contains("\"stopped\" : true");
        long stampedBefore = callsOfStamp(report());
        assertThat(stampedBefore).isGreaterThan(SignalledRun.HELD_ROW);
        RunReport after = Belt.runner(SignalledRun.ROWS, Gate.OPEN, Gate.OPEN, 1, Gate.OPEN)
                .run(Belt.options(folder.resolve("cache")));
        assertThat(after.step("stamp").calls()).isEqualTo(SignalledRun.ROWS - stampedBefore);
        assertThat(pressed(folder.resolve("cache"))).isEqualTo(undisturbed());
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void endsAtOnceAtTheSecondSignalThoughAStepNeverReturns(String signal, int exitCode) throws Exception {
        Process process = start("forever");
        awaitReached(process);

        assertThat(exitCodeAfterMany(signal, process)).isEqualTo(exitCode);
        Belt.runner(SignalledRun.ROWS, Gate.OPEN, Gate.OPEN, 1, Gate.OPEN).run(Belt.options(folder.resolve("cache")));
        assertThat(pressed(folder.resolve("cache"))).isEqualTo(undisturbed());
    }

    @Test
    void endsThoughAStepEndsTheProcessItself() throws Exception {
        Process process = start("exit");

        assertThat(exitCode(process)).isEqualTo(3);
    }

    private List<Item> undisturbed() {
        Path cache = folder.resolve("undisturbed");
        Belt.runner(SignalledRun.ROWS, Gate.OPEN, Gate.OPEN, 1, Gate.OPEN).run(Belt.options(cache));
        return pressed(cache);
    }

    private static List<Item> pressed(Path cache) {
        try (Belt_LineCache rows = Belt_LineCache.open(cache)) {
            return rows.press().stream().toList();
        }
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("cache/report.json"));
    }

    private static long callsOfStamp(String report) {
        Matcher calls = Pattern.compile("\"stamp\".*?\"calls\" : (\\d+)", Pattern.DOTALL)
                .matcher(report);
        assertThat(calls.find()).isTrue();
        return Long.parseLong(calls.group(1));
    }

    /** In a shell's background job SIGINT is ignored, and what is ignored stays so in processes that it starts: hence env. */
    private Process start(String how) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/env")) && runs("/usr/bin/env", "--default-signal=INT", "true")) {
            command.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
        }
        command.addAll(ShortLivedJvm.command(SignalledRun.class, folder, how));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private void awaitReached(Process process) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!Files.exists(folder.resolve("reached")) && process.isAlive() && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(folder.resolve("reached")).exists();
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        runs("kill", "-" + signal, Long.toString(process.pid()));
    }

    private int exitCode(Process process) throws InterruptedException, IOException {
        boolean ended = process.waitFor(DEADLINE_NANOS, TimeUnit.NANOSECONDS);
        process.destroyForcibly();
        assertThat(ended)
                .as("the process ended; it said:%n%s", Files.readString(folder.resolve("output")))
                .isTrue();
        return process.exitValue();
    }

    /** Nobody outside sees when the first signal has come through, so more are sent until one ends the process. */
    private int exitCodeAfterMany(String signal, Process process) throws Exception {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            send(signal, process);
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return exitCode(process);
    }
}
