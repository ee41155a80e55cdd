package dev.batchwright.samples.everykind.durability;

import dev.batchwright.BatchId;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where sinks put their batches: each once under its name, however often it comes. Safe for use by several threads. */
class Shelf {

    private final Map<String, List<Grain>> batches = new TreeMap<>();
    private String name = "";

    /** Notes the name under which a sink writes. One that comes with another name would throw away what was written before. */
    synchronized void openedAs(String fingerprint) {
        if (!name.isEmpty() && !name.equals(fingerprint)) {
            throw new IllegalStateException("The sink calls itself " + fingerprint + ", and was " + name);
        }
        name = fingerprint;
    }

    synchronized void put(BatchId id, List<Grain> batch) {
        List<Grain> before = batches.put(id.toString(), List.copyOf(batch));
        if (before != null && !before.equals(batch)) {
            throw new IllegalStateException(id + " came with other rows than before");
        }
    }

    synchronized Map<String, List<Grain>> batches() {
        return new TreeMap<>(batches);
    }
}
