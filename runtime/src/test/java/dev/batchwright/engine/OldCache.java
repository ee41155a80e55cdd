package dev.batchwright.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cache of layout version 0, whose rows differ from those that the pipeline would make, so that they can be told apart. */
record OldCache(Path folder) {

    static final String KEPT = step("keep-even", true, IntStream.range(0, 7));
    static final String RETITLED = step("retitle", true, IntStream.range(10, 15));
    static final String COUNTED = step("count", true, IntStream.range(20, 21));

    Path file() {
        return folder.resolve("batch-manager.json");
    }

    static String row(int id) {
        return "{\"id\": %d, \"title\": \"old \u00e9\\u0022 %d\", \"text\": \"\", \"vector\": [0.5, -1e3]}"
                .formatted(id, id);
    }

    static String step(String name, boolean isFinished, IntStream ids) {
        return "\"%s\": {\"finished\": %s, \"rows\": [%s]}"
                .formatted(name, isFinished, ids.mapToObj(OldCache::row).collect(Collectors.joining(",\n")));
    }

    /** Has the cache hold some steps, and nothing else. */
    void write(String... steps) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                file(),
                "{\"formatVersion\": 0, \"made\": {\"by\": [1, 2]}, \"pipeline\": \"passages\",\n\"steps\": {"
                        + String.join(",\n", steps) + "}}\n");
    }

    /** The rows with some ids, as readers see them. */
    static List<String> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> id + " old \u00e9\" " + id)
                .toList();
    }

    List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    void remove() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
