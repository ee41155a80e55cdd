package dev.batchwright.isolation;

import dev.batchwright.BatchwrightException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A process of an isolated step, seen from the run. Used by one thread, but for {@link #discard}.
 *
 * <p>Frames come and go through a local socket rather than through standard output. What isolated steps are for is native code, and that
 * prints there, as the JVM does when it crashes or runs out of memory; and the process may start others that inherit standard output and
 * keep it open when the process is dead. A read from a socket ends when the thread is interrupted or another one closes it, a read from a
 * pipe does not. The socket has no port that others could connect to: it is a file in a folder that only its owner may enter, and is
 * removed as soon as the process has connected. Standard input is the process's {@link Lifeline}; what it prints is handed on.
 */
final class ChildProcess {

    private static final int POLL_MILLIS = 50;

    /** Far above what a JVM needs to start on a busy machine. */
    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(2);

    private static final long CLOSE_SECONDS = 30;
    private static final long LEAVE_SECONDS = 5;
    private static final long OUTPUT_MILLIS = 1000;

    private final Process process;
    private final ForwardedOutput output;
    private final Frames frames;

    @SuppressWarnings("FutureReturnValueIgnored") // what it leads to throws nothing
    private ChildProcess(Process process, ForwardedOutput output, Frames frames) {
        this.process = process;
        this.output = output;
        this.frames = frames;
        // Its end closes the socket, unless a process that it has started has inherited that: then nobody else would.
        process.onExit().thenRunAsync(this::closeFrames, after(LEAVE_SECONDS));
    }

    /**
     * Starts a process and waits until it has connected.
     *
     * @param step the name of the step
     * @param heapBytes the largest heap
     */
    static ChildProcess start(String step, long heapBytes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("batchwright-");
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            bind(server, socket);
            Process process = new ProcessBuilder(ChildCommand.of(heapBytes, socket))
                    .redirectErrorStream(true)
                    .start();
            ForwardedOutput output = ForwardedOutput.start(step, process.getInputStream(), System.err);
            try {
                return new ChildProcess(process, output, new Frames(accept(server, process, output)));
            } catch (Throwable e) {
                process.destroyForcibly();
                throw e;
            }
        } finally {
            remove(socket);
            remove(folder);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // an empty folder among other temporary files costs less than the process that has just begun
        }
    }

    private static void bind(ServerSocketChannel server, Path socket) throws IOException {
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new IOException(
                    "No socket can be made at " + socket + ": " + e.getMessage()
                            + ". If that path is too long, name a shorter folder with -Djava.io.tmpdir.",
                    e);
        }
    }

    private static SocketChannel accept(ServerSocketChannel server, Process process, ForwardedOutput output)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        server.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            while (true) {
                SocketChannel channel = server.accept();
                if (channel != null) {
                    return channel;
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("The run ends while a process starts");
                }
                if (!process.isAlive()) {
                    throw new BatchwrightException("The process " + howItEnded(process, output)
                            + " before it had begun. It needs the classes of"
                            + " the step on the class path or module path that this JVM was started with.");
                }
                if (System.nanoTime() - began > START_NANOS) {
                    throw new BatchwrightException("The process has not begun within two minutes");
                }
                selector.select(POLL_MILLIS);
            }
        }
    }

    Frames frames() {
        return frames;
    }

    /** Whether the process is there. Asks the operating system: {@code Process} learns of the end of one a little later. */
    boolean isAlive() {
        return process.toHandle().isAlive();
    }

    /** Ends the process at once, and every read that waits for it. Safe for use by several threads. */
    void discard() {
        process.destroyForcibly();
        closeFrames();
    }

    /**
     * Waits for the end of the process, which is over with its connection, and says how it has ended.
     *
     * @return what can stand behind the subject of a sentence
     */
    String howItEnded() throws InterruptedException {
        if (!process.waitFor(LEAVE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return "had to be killed, since it had closed its connection and gone on";
        }
        return howItEnded(process, output);
    }

    private static String howItEnded(Process process, ForwardedOutput output) throws InterruptedException {
        output.await(OUTPUT_MILLIS);
        String last = output.lastLine();
        return ExitCode.describe(process.exitValue()) + (last.isEmpty() ? "" : " (it printed at last: " + last + ")");
    }

    /** Whether the process has ended for want of memory. */
    boolean isOutOfMemory() {
        return !process.isAlive() && process.exitValue() == ChildMain.OUT_OF_MEMORY;
    }

    /** Has the step closed, and waits for the process to end; one that does not is killed after some time. */
    void end(ChildCalls<?, ?> calls) throws CallFailure {
        // What reads below ends with the process.
        CompletableFuture<Void> asked = CompletableFuture.runAsync(process::destroy, after(CLOSE_SECONDS));
        CompletableFuture<Void> forced =
                CompletableFuture.runAsync(this::discard, after(CLOSE_SECONDS + LEAVE_SECONDS));
        try {
            calls.close();
        } catch (IOException e) {
            process.destroy(); // it has died, or did not end in time; no row is lost by that
        } finally {
            awaitEnd();
            asked.cancel(false);
            forced.cancel(false);
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor();
            output.await(OUTPUT_MILLIS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void closeFrames() {
        try {
            frames.close();
        } catch (IOException e) {
            // a connection that is of no use any more
        }
    }

    private static Executor after(long seconds) {
        return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    }
}
