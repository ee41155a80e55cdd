package dev.batchwright.cache;

import dev.batchwright.shard.choice.DiskRate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;

/**
 * Measures once how fast the disk of a cache is, and keeps that in {@code disk.json}, so that all decisions in a cache rest on one
 * figure. Removing the file has it measured again.
 */
final class DiskGauge {

    private static final int BYTES = 4 << 20;
    private static final int TIMES = 3;
    /** No further writing begins after this time. */
    private static final long ENOUGH_NANOS = 30_000_000;

    private final Path root;
    private final CacheFiles files;
    private final CacheJson json;

    DiskGauge(Path root, CacheFiles files) {
        this.root = root;
        this.files = files;
        this.json = new CacheJson(files);
    }

    /** What is known of the disk; measured if nothing is. */
    DiskRate rate() {
        try {
            DiskRate known = json.read(root.resolve("disk.json"), "disk.json", DiskRate.class);
            if (known != null) {
                return known;
            }
            DiskRate found = measure();
            json.replace(root.resolve("disk.json"), found);
            return found;
        } catch (IOException e) {
            return DiskRate.ASSUMED; // a full disk, say: what is written next will say so
        }
    }

    /** The fastest of some writings: whatever else uses the disk only slows them down. */
    private DiskRate measure() throws IOException {
        byte[] bytes = new byte[BYTES];
        new Random(1).nextBytes(bytes); // some disks and file systems are quick with zeros
        long began = System.nanoTime();
        long fastest = Long.MAX_VALUE;
        for (int time = 0; time < TIMES && (time == 0 || System.nanoTime() - began < ENOUGH_NANOS); time++) {
            fastest = Math.min(fastest, write(bytes));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return DiskRate.measured(BYTES, fastest, "measured at " + now);
    }

    private long write(byte[] bytes) throws IOException {
        Path file = root.resolve("disk.tmp-" + UUID.randomUUID());
        try {
            long began = System.nanoTime();
            try (OutputStream out = files.create(file)) {
                out.write(bytes);
            }
            files.force(file);
            return System.nanoTime() - began;
        } finally {
            files.delete(file);
        }
    }
}
