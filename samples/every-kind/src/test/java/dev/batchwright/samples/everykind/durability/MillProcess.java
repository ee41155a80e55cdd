package dev.batchwright.samples.everykind.durability;

import dev.batchwright.Durability;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.cache.faults.Fault;
import dev.batchwright.cache.faults.FaultyFiles;
import dev.batchwright.samples.everykind.ShortLivedJvm;
import java.io.IOException;
import java.nio.file.Path;

/** A process that runs the mill until it dies: at a file operation, or when it is killed. */
final class MillProcess {

    private static final int HALTED = 137;

    private MillProcess() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        Durability durability = Durability.valueOf(arguments[2]);
        long haltsAt = Long.parseLong(arguments[3]);
        Journal journal = Journal.peaceful().slow(Long.parseLong(arguments[4]));
        CacheFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.DEATH, haltsAt, MillProcess::halt);
        System.out.println("begins");
        MillRun.run(
                journal,
                new FolderShelf(folder.resolve("shelf")),
                MillRun.ROWS,
                MillRun.options(folder.resolve("cache"), threads).durability(durability),
                files);
    }

    private static void halt() {
        Runtime.getRuntime().halt(HALTED);
    }

    /**
     * Starts a process.
     *
     * @param haltsAt the file operation at which it dies
     * @param callMicros how long each call of a step takes
     */
    static Process start(Path folder, int threads, Durability durability, long haltsAt, long callMicros)
            throws IOException {
        return new ProcessBuilder(
                        ShortLivedJvm.command(MillProcess.class, folder, threads, durability, haltsAt, callMicros))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }
}
