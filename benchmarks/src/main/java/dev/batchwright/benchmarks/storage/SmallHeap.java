package dev.batchwright.benchmarks.storage;

import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Folder;
import dev.batchwright.benchmarks.measure.ForkedJvm;
import dev.batchwright.shard.CompressionSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether large parts can be written, and read, with little memory. */
final class SmallHeap {

    private static final String HEAP = "-Xmx64m";
    private static final long PART_BYTES = 64 << 20;
    private static final double MEBIBYTE = 1 << 20;

    private final ForkedJvm jvm;
    private final Path corpus;
    private final Path folder;

    SmallHeap(ForkedJvm jvm, Path corpus, Path scratch) {
        this.jvm = jvm.with(HEAP);
        this.corpus = corpus;
        this.folder = scratch.resolve("small-heap");
    }

    List<Bar> run(String stored) throws IOException, InterruptedException {
        List<Bar> bars = new ArrayList<>();
        for (CompressionSetting compression : StorageBenchmark.COMPRESSIONS) {
            String name = "MiB of a Parquet part of " + stored + " with " + compression + " under " + HEAP;
            bars.add(Bar.atLeast(name, mebibytes(stored, compression), PART_BYTES / MEBIBYTE));
        }
        return bars;
    }

    private double mebibytes(String stored, CompressionSetting compression) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> arguments = List.of(
                stored, compression.toString(), Long.toString(PART_BYTES), corpus.toString(), folder.toString());
        try {
            jvm.run(SmallHeapWork.class, arguments);
            return Folder.megabytes(folder) * 1e6 / MEBIBYTE;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 0;
        } finally {
            Folder.remove(folder);
        }
    }
}
