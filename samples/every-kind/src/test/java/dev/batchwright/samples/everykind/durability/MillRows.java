package dev.batchwright.samples.everykind.durability;

import dev.batchwright.Dataset;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a cache as a reader sees them, step by step. */
final class MillRows {

    private MillRows() {}

    static Map<String, List<Grain>> of(Path folder) {
        Map<String, List<Grain>> rows = new TreeMap<>();
        try (Mill_MillingCache cache = Mill_MillingCache.open(folder)) {
            rows.put("read-grain", list(cache.readGrain()));
            rows.put("pour", list(cache.pour()));
            rows.put("sift", list(cache.sift()));
            rows.put("weigh", list(cache.weigh()));
            rows.put("grade", list(cache.grade()));
            rows.put("stick", list(cache.stick()));
            rows.put("tally", list(cache.tally()));
            rows.put("meet", list(cache.meet()));
            rows.put("bake", list(cache.bake()));
        }
        return rows;
    }

    private static List<Grain> list(Dataset<Grain> rows) {
        return rows.stream().toList();
    }
}
