package dev.batchwright.isolation;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the process of a step when the run's process is gone, whatever the step is doing: standard input is a pipe that nobody writes to and
 * that the operating system closes with the process at its other end, even if that was killed.
 */
final class Lifeline implements Runnable {

    private static final int ORPHANED = 143;

    private Lifeline() {}

    static void watch() {
        Thread thread = new Thread(new Lifeline(), "batchwright-lifeline");
        thread.setDaemon(true);
        thread.start();
        System.setIn(InputStream.nullInputStream()); // a step that reads it would take the end from here
    }

    @Override
    public void run() {
        try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
            while (in.read() >= 0) {
                // nobody writes here
            }
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
