package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads that runs have started, by their names. */
final class Threads {

    /** Far above what is needed, so that only what never ends meets it. */
    static final Duration DEADLINE = Duration.ofMinutes(1);

    private Threads() {}

    /** Makes sure that the threads of a run that has ended are gone, or go. */
    static void assertGone() throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!alive().isEmpty() && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(alive()).isEmpty();
    }

    static List<String> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("batchwright-"))
                .toList();
    }
}
