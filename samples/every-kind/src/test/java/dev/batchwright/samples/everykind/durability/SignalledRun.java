package dev.batchwright.samples.everykind.durability;

import dev.batchwright.samples.everykind.durability.Belt.Gate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process that runs the belt, and at one row tells so and does what it was told: wait until the run was asked to end, wait forever, or exit. */
final class SignalledRun {

    static final int ROWS = 1_000;
    static final long HELD_ROW = 555;

    private SignalledRun() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Gate gate = id -> {
            if (id == HELD_ROW) {
                Files.createFile(folder.resolve("reached"));
                hold(args[1]);
            }
        };
        Belt.runner(ROWS, Gate.OPEN, gate, 1, Gate.OPEN).run(Belt.options(folder.resolve("cache")));
    }

    private static void hold(String how) {
        if (how.equals("exit")) {
            System.exit(3);
        }
        while (how.equals("forever") || !isAskedToEnd()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** The hook that asks the run to end waits for it then. */
    private static boolean isAskedToEnd() {
        return Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(thread -> thread.getKey().getName().equals("batchwright-shutdown")
                        && Arrays.stream(thread.getValue())
                                .anyMatch(frame -> frame.getMethodName().equals("await")));
    }
}
