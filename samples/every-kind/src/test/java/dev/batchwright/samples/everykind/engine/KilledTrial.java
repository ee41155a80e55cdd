package dev.batchwright.samples.everykind.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A process that writes letters until it dies: at one of the values that a trial encodes, or at the first one after its decision. */
final class KilledTrial {

    private KilledTrial() {}

    public static void main(String[] args) {
        Path cache = Path.of(args[0]);
        long fatalCall = Long.parseLong(args[1]);
        AtomicLong calls = new AtomicLong();
        Letters.WatchedCodec.watcher = () -> {
            boolean isFatal = fatalCall > 0 ? calls.incrementAndGet() == fatalCall : hasDecided(cache);
            if (isFatal) {
                Runtime.getRuntime().halt(137);
            }
        };
        Letters.run(cache, Integer.parseInt(args[2]));
    }

    private static boolean hasDecided(Path cache) {
        try {
            return Files.readString(info(cache)).contains("\"candidates\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code step.json} of the step that keeps letters. */
    static Path info(Path cache) throws IOException {
        try (Stream<Path> folders = Files.list(cache.resolve("keep"))) {
            return folders.findFirst().orElseThrow().resolve("step.json");
        }
    }
}
