package dev.batchwright.samples.everykind.durability;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which grains are bad for which steps. Safe for use by several threads. */
final class Flaws {

    private final Map<String, Set<Long>> flaws = new ConcurrentHashMap<>();

    Flaws at(String step, Long... ids) {
        flaws.put(step, Set.of(ids));
        return this;
    }

    void check(String step, long id) {
        if (isAt(step, id)) {
            throw new IllegalStateException(step + " cannot take " + id);
        }
    }

    boolean isAt(String step, long id) {
        return flaws.getOrDefault(step, Set.of()).contains(id);
    }
}
