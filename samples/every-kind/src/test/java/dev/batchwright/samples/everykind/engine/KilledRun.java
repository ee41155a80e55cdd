package dev.batchwright.samples.everykind.engine;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/** A process that runs the shop until it dies at a row. */
final class KilledRun {

    private KilledRun() {}

    public static void main(String[] args) {
        Probe probe = new Probe();
        probe.haltAt(Long.parseLong(args[1]));
        Shop.runner(probe, new ConcurrentHashMap<>(), 3, 0)
                .run(Shop.options(Path.of(args[0])).threads(Integer.parseInt(args[2])));
    }
}
