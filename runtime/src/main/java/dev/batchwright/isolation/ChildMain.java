package dev.batchwright.isolation;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of an isolated step. */
final class ChildMain {

    /** That of a JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    private static final int FAILED = 1;

    private ChildMain() {}

    @SuppressWarnings("CatchAndPrintStackTrace") // the run hands on what is printed here
    public static void main(String[] arguments) {
        Lifeline.watch();
        IgnoredSignals.ignore();
        int exit = FAILED;
        try (SocketChannel channel = connect(Path.of(arguments[0]))) {
            new ChildService(new Frames(channel)).serve();
            exit = 0;
        } catch (OutOfMemoryError e) {
            halt();
        } catch (IOException e) {
            System.err.println("The process of a step has lost its run: " + e);
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
        }
        System.exit(exit); // threads that the step has left behind do not keep it
    }

    /** Leaves no folder behind, even if the run was killed before it could remove that. */
    private static SocketChannel connect(Path socket) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } finally {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.resolveSibling(""));
        }
    }

    /** For errors that the JVM has not seen, such as a lack of memory outside of the heap. */
    static void halt() {
        Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
}
