package dev.batchwright.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Hands on what the process of a step prints, line by line, with the step's name before each. A thread of its own does it, which ends with
 * the process, or with the last process that this one has started and that prints to the same place.
 */
final class ForwardedOutput {

    private static final int LONGEST_LINE = 10_000;

    private final String step;
    private final PrintStream to;
    private final Thread thread;
    private volatile String lastLine = "";

    private ForwardedOutput(String step, InputStream from, PrintStream to) {
        this.step = step;
        this.to = to;
        this.thread = new Thread(() -> forward(from), "batchwright-" + step + "-output");
        thread.setDaemon(true);
    }

    static ForwardedOutput start(String step, InputStream from, PrintStream to) {
        ForwardedOutput output = new ForwardedOutput(step, from, to);
        output.thread.start();
        return output;
    }

    private void forward(InputStream from) {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        try (from) {
            for (int next = from.read(); next >= 0; next = from.read()) {
                if (next != '\n') {
                    line[length++] = (byte) next;
                }
                if (next == '\n' || length == LONGEST_LINE) {
                    print(line, length);
                    length = 0;
                }
            }
        } catch (IOException e) {
            to.println("[" + step + "] What its process prints cannot be read any more: " + e);
        }
        if (length > 0) {
            print(line, length);
        }
    }

    private void print(byte[] line, int length) {
        String text = new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
        to.println("[" + step + "] " + text);
        if (!text.isBlank()) {
            lastLine = text;
        }
    }

    /**
     * Waits until all is handed on that the process has printed, which has ended.
     *
     * @param millis how long at most
     */
    void await(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.timedJoin(thread, millis);
    }

    /** The last line that was printed and not blank; empty if there was none. */
    String lastLine() {
        return lastLine;
    }
}
