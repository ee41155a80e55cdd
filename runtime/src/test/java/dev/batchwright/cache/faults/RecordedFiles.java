package dev.batchwright.cache.faults;

import dev.batchwright.cache.CacheFiles;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files of this machine, with a record of what was forced, so that a loss of power can be played: {@link #losePower} rewrites the
 * folder as it may be found afterwards. Whatever was there at the beginning counts as being on the disk. Safe for use by several threads.
 */
public final class RecordedFiles implements CacheFiles {

    private final CacheFiles files;
    private final Path root;
    private final DiskModel disk = new DiskModel();

    /**
     * Begins a record.
     *
     * @param files the files of this machine
     * @param root the folder that is recorded; all that is changed lies in it; the folder above it is there
     * @throws IOException if what is there cannot be read
     */
    public RecordedFiles(CacheFiles files, Path root) throws IOException {
        this.files = files;
        this.root = root.toAbsolutePath();
        if (Files.exists(root)) {
            try (Stream<Path> there = Files.walk(this.root)) {
                there.forEach(this::recordWhatIsThere);
            }
        }
        disk.forceAll();
    }

    private void recordWhatIsThere(Path path) {
        try {
            if (Files.isDirectory(path)) {
                disk.createFolder(path);
            } else {
                disk.create(path).written.write(Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has the folder look as it may when the power is back. Nothing may use it meanwhile.
     *
     * @param survival which names that were not forced are left
     * @param seed decides what is left to chance
     * @throws IOException if the folder cannot be rewritten
     */
    public synchronized void losePower(Survival survival, long seed) throws IOException {
        Random random = new Random(new SplittableRandom(seed).nextLong()); // else like seeds begin alike
        Map<Path, byte @Nullable []> left = disk.surviving(root, survival, random);
        removeAll(root);
        for (Map.Entry<Path, byte @Nullable []> entry : left.entrySet()) {
            byte[] bytes = entry.getValue();
            if (bytes == null) {
                Files.createDirectory(entry.getKey());
            } else {
                Files.write(entry.getKey(), bytes);
            }
        }
    }

    private static void removeAll(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public synchronized OutputStream create(Path file) throws IOException {
        OutputStream out = files.create(file);
        return new RecordedOutput(out, disk.create(file.toAbsolutePath()));
    }

    private final class RecordedOutput extends OutputStream {

        private final OutputStream out;
        private final DiskModel.Bytes bytes;

        RecordedOutput(OutputStream out, DiskModel.Bytes bytes) {
            this.out = out;
            this.bytes = bytes;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] written, int offset, int length) throws IOException {
            synchronized (RecordedFiles.this) {
                out.write(written, offset, length);
                bytes.written.write(written, offset, length);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    @Override
    public PartInput open(Path file, String name) throws IOException {
        return files.open(file, name);
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        files.rename(from, to);
        disk.rename(from.toAbsolutePath(), to.toAbsolutePath());
    }

    @Override
    public synchronized boolean publish(Path from, Path to) throws IOException {
        boolean published = files.publish(from, to);
        if (published) {
            disk.link(from.toAbsolutePath(), to.toAbsolutePath());
            disk.delete(from.toAbsolutePath());
        }
        return published;
    }

    @Override
    public synchronized boolean link(Path file, Path second) throws IOException {
        boolean isThere = Files.exists(second);
        boolean linked = files.link(file, second);
        if (linked && !isThere) {
            disk.link(file.toAbsolutePath(), second.toAbsolutePath());
        }
        return linked;
    }

    @Override
    public synchronized void force(Path file) {
        disk.force(file.toAbsolutePath()); // the model is the disk; waiting for the real one would prove nothing
    }

    @Override
    public synchronized void forceFolder(Path folder) {
        disk.forceFolder(folder.toAbsolutePath());
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        files.delete(file);
        disk.delete(file.toAbsolutePath());
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return files.list(folder);
    }

    @Override
    public synchronized void createFolder(Path folder) throws IOException {
        files.createFolder(folder);
        disk.createFolder(folder.toAbsolutePath());
    }
}
