package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.Durability;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Path;

/** A process that opens a cache, says whether it could, and keeps it open until its input ends. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] args) throws IOException {
        try {
            CacheDirectory cache = CacheDirectory.openForWriting(
                    Path.of(args[0]), "p", Durability.PROCESS, new LocalCacheFiles(), ShardFormats.load(), false);
            System.out.println("open");
            while (System.in.read() >= 0) {
                // waits for the end
            }
            cache.close();
        } catch (CacheException e) {
            System.out.println(e.getMessage());
        }
    }

    static Process start(Path cache) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
