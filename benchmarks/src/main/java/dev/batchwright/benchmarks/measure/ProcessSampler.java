package dev.batchwright.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Looks now and then how much memory a process and its children hold, and how much they have read. */
final class ProcessSampler implements AutoCloseable {

    private static final int EVERY_MILLIS = 100;

    private final ProcessHandle process;
    private final Thread thread = new Thread(this::sample, "process-sampler");
    private final ReadProgress reading = new ReadProgress();
    private volatile long peakBytes;

    ProcessSampler(ProcessHandle process) {
        this.process = process;
        thread.setDaemon(true);
        thread.start();
    }

    long peakBytes() {
        return peakBytes;
    }

    /** Ends the sampling. */
    ReadProgress reading() throws InterruptedException {
        thread.interrupt();
        thread.join();
        return reading;
    }

    private void sample() {
        while (process.isAlive()) {
            peakBytes = Math.max(peakBytes, sum(ProcessSampler::pss));
            reading.see(System.nanoTime(), sum(ProcessSampler::read));
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long sum(ToLongFunction<ProcessHandle> figure) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(figure)
                .sum();
    }

    private static long pss(ProcessHandle process) {
        return figure(process, "smaps_rollup", "Pss:") << 10;
    }

    private static long read(ProcessHandle process) {
        return figure(process, "io", "rchar:");
    }

    private static long figure(ProcessHandle process, String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/" + file))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
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
