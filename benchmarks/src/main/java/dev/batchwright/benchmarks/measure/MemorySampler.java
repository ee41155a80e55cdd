package dev.batchwright.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks now and then how much memory a process and its children hold. */
final class MemorySampler implements AutoCloseable {

    private static final int EVERY_MILLIS = 100;

    private final ProcessHandle process;
    private final Thread thread = new Thread(this::sample, "memory-sampler");
    private volatile long peakBytes;

    MemorySampler(ProcessHandle process) {
        this.process = process;
        thread.setDaemon(true);
        thread.start();
    }

    long peakBytes() {
        return peakBytes;
    }

    private void sample() {
        while (process.isAlive()) {
            long bytes = Stream.concat(Stream.of(process), process.descendants())
                    .mapToLong(MemorySampler::pss)
                    .sum();
            peakBytes = Math.max(peakBytes, bytes);
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static long pss(ProcessHandle process) {
        Path rollup = Path.of("/proc/" + process.pid() + "/smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | RuntimeException e) {
            return 0; // it has ended meanwhile
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
