package dev.batchwright.cache;

import dev.batchwright.CacheException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write to a cache. The operating system holds the lock for the process, so it ends with the process however that
 * ends; the file itself stays and says who held it last.
 */
final class CacheLock implements AutoCloseable {

    private static final int MAX_TEXT = 200;

    /**
     * The caches that this process writes to, and since when. Static because that is a matter of the process: POSIX gives up all
     * of a process's locks on a file when the process closes the file once, so a cache that is held must not have its lock file
     * opened a second time, not even to find that it is held.
     */
    private static final Map<Object, String> HELD_HERE = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final Object folder;

    private CacheLock(FileChannel channel, Object folder) {
        this.channel = channel;
        this.folder = folder;
    }

    static CacheLock acquire(Path root) throws IOException {
        Object folder = identity(root);
        String self = "process " + ProcessHandle.current().pid() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String other = HELD_HERE.putIfAbsent(folder, self);
        if (other != null) {
            throw inUse(root, "another run of this process, " + other);
        }
        try {
            return new CacheLock(lock(root, self), folder);
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(folder);
            throw e;
        }
    }

    /** The same for a folder by whatever path it is reached. */
    private static Object identity(Path root) throws IOException {
        Object key = Files.readAttributes(root, BasicFileAttributes.class).fileKey();
        return key == null ? root.toRealPath() : key;
    }

    private static FileChannel lock(Path root, String self) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!isLocked(channel)) {
                throw inUse(root, holder(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.UTF_8)), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this library is loaded twice in this process, and the other one holds it
        }
    }

    private static CacheException inUse(Path root, String holder) {
        return new CacheException(
                "The cache " + root + " is in use by " + holder
                        + ". Wait until that run has ended, or give this one another cache directory.",
                null);
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_TEXT);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        return holder.isBlank() ? "another process" : holder;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
