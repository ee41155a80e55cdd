package dev.batchwright.samples.everykind.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The processes of isolated steps that this process has started, and the threads that belong to them. */
final class Children {

    /** Far above what is needed, so that only what never ends meets it. */
    static final Duration DEADLINE = Duration.ofMinutes(1);

    private Children() {}

    static List<ProcessHandle> alive() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains("isolation.ChildMain"))
                .toList();
    }

    /** Makes sure that nothing of a run that has ended is left, or stays. */
    static void assertGone() throws InterruptedException {
        await(() -> alive().isEmpty() && threads().isEmpty());
        assertThat(alive()).isEmpty();
        assertThat(threads()).isEmpty();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("batchwright-"))
                .toList();
    }

    /** Waits for something that happens in another process; whether it has, is up to the caller. */
    static void await(BooleanSupplier happened) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!happened.getAsBoolean() && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Waits for a process to write its number into a file. */
    static ProcessHandle awaitSign(Path sign) throws InterruptedException, IOException {
        await(() -> Files.exists(sign));
        return ProcessHandle.of(Long.parseLong(Files.readString(sign))).orElseThrow();
    }
}
