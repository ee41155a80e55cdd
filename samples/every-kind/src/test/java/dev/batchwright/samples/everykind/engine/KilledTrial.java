package dev.batchwright.samples.everykind.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A process that writes letters until it dies: at one of the values that a trial encodes, or at the first one after its decision. */
final class KilledTrial {

    private KilledTrial() {}

    public static void main(String[] args) {
        Path cache = Path.of(args[0]);
        long fatalCall = Long.parseLong(args[1]);
        AtomicLong calls = new AtomicLong();
        AtomicLong known = new AtomicLong();
        AtomicReference<File> info = new AtomicReference<>();
        Letters.WatchedCodec.watcher = () -> {
            boolean isFatal = fatalCall > 0
                    ? calls.incrementAndGet() == fatalCall
                    : hasDecided(
                            info.updateAndGet(file -> file == null ? info(cache).toFile() : file), known);
            if (isFatal) {
                Runtime.getRuntime().halt(137);
            }
        };
        Letters.run(cache, Integer.parseInt(args[2]));
    }

    /**
     * Reads the file only where its length has changed, as there are very many calls. One thread after the other, or some would go on
     * writing while another reads.
     */
    private static synchronized boolean hasDecided(File info, AtomicLong known) {
        long length = info.length();
        if (known.getAndSet(length) == length) {
            return false;
        }
        try {
            return Files.readString(info.toPath()).contains("\"candidates\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code step.json} of the step that keeps letters. */
    static Path info(Path cache) {
        try (Stream<Path> folders = Files.list(cache.resolve("keep"))) {
            return folders.findFirst().orElseThrow().resolve("step.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
