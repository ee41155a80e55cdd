package dev.batchwright.samples.everykind.isolation;

import dev.batchwright.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process with a run whose isolated step never ends by itself. */
final class OrphanedRun {

    private OrphanedRun() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Depot_HandlingRunner.builder()
                .parcels(new Parcels(10))
                .handle(new Depot.Handle(
                        new Trouble.Stall(folder.resolve("sign").toFile())))
                .build()
                .run(RunOptions.cacheAt(folder.resolve("cache")).progress(RunOptions.Progress.OFF));
    }

    static Process start(Path folder) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OrphanedRun.class.getName(),
                folder.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }
}
