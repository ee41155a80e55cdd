package dev.batchwright.observe;

import dev.batchwright.RunOptions.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how a run goes on: one line that is rewritten on a terminal, log lines elsewhere. It only reads the counts, from a thread
 * of its own that ends with {@link #close}.
 */
public final class ProgressDisplay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.batchwright.progress");
    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration IN_LOG = Duration.ofSeconds(10);
    private static final int LINE = 118;

    private final RunMetrics metrics;
    private final boolean terminal;
    private final PrintStream out;
    private final Object ended = new Object();
    private final Thread thread;
    private boolean closed;
    private final Map<String, Long> lastCounts = new HashMap<>();
    private long lastRows;
    private Duration lastTime = Duration.ZERO;

    private ProgressDisplay(RunMetrics metrics, boolean terminal, PrintStream out) {
        this.metrics = metrics;
        this.terminal = terminal;
        this.out = out;
        this.thread = new Thread(this::show, "batchwright-progress");
        thread.setDaemon(true);
    }

    /**
     * Starts to show a run.
     *
     * @param metrics the run's counts
     * @param mode how to show them
     * @return the display, to be closed when the run ends
     */
    public static ProgressDisplay start(RunMetrics metrics, Progress mode) {
        ProgressDisplay display = new ProgressDisplay(metrics, mode == Progress.AUTO && Terminal.isThere(), System.err);
        if (mode != Progress.OFF) {
            display.thread.start();
        }
        return display;
    }

    private void show() {
        long pause = (terminal ? ON_TERMINAL : IN_LOG).toMillis();
        synchronized (ended) {
            long next = System.nanoTime() + pause * 1_000_000;
            while (!closed) {
                long left = (next - System.nanoTime()) / 1_000_000;
                if (left > 0) {
                    try {
                        ended.wait(left);
                    } catch (InterruptedException e) {
                        return;
                    }
                } else {
                    print(line());
                    next += pause * 1_000_000;
                }
            }
        }
    }

    private void print(String line) {
        if (terminal) {
            out.print("\r\u001b[2K" + (line.length() > LINE ? line.substring(0, LINE) : line));
            out.flush();
        } else {
            LOG.info("{}", line);
        }
    }

    /** Tasks, rows and rows a second of the whole run, the time that is left, then the rows of each step that has gone on. */
    String line() {
        Duration now = metrics.elapsed();
        long rows = metrics.steps().stream().mapToLong(StepMetrics::rowsMade).sum();
        double seconds = Math.max(1e-3, now.minus(lastTime).toNanos() / 1e9);
        double rate = (rows - lastRows) / seconds;
        lastRows = rows;
        lastTime = now;
        StageTasks.Sum tasks = metrics.tasks();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: task %d of %d, %,.0f rows/s%s |",
                metrics.pipeline(),
                tasks.done(),
                tasks.known(),
                rate,
                timeLeft(tasks.left())));
        for (StepMetrics step : metrics.steps()) {
            long count = Math.max(step.rowsMade(), step.rowsTaken());
            if (!Long.valueOf(count).equals(lastCounts.put(step.step(), count)) && count > 0) {
                text.append(String.format(Locale.ROOT, " %s %,d", step.step(), count));
            }
        }
        return text.toString();
    }

    private static String timeLeft(@Nullable Duration left) {
        return left == null || left.isZero()
                ? ""
                : String.format(Locale.ROOT, ", about %d:%02d left for these", left.toMinutes(), left.toSecondsPart());
    }

    @Override
    public void close() {
        synchronized (ended) {
            closed = true;
            ended.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            out.print("\r\u001b[2K");
            out.flush();
        }
    }
}
