package dev.batchwright.importer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cache with far more rows than {@link LargeCacheTest} has memory, and what a process with little memory reads of it. */
final class LargeCache {

    static final int ROWS = 24_000;

    private LargeCache() {}

    /** Layout L1, all in one file: what waits for a step. */
    static void writeL1(Path folder) throws IOException {
        MadeCache cache = new MadeCache(folder.resolve("signature"));
        cache.write(
                "batch_manager.json",
                MadeCache.map(
                        "steps",
                        MadeCache.map("next", MadeCache.stored("next.json")),
                        "last_batch_received",
                        MadeCache.map("load", null, "next", null)));
        write(cache, "batch_manager_steps/next.json", "{\"step_name\": \"next\", \"data\": {\"load\": [", "]}}");
    }

    /** Layout L3, all in one batch. */
    static void writeL3(Path folder) throws IOException {
        MadeCache cache = new MadeCache(folder.resolve("pipeline/signature/executions/all"));
        cache.write(
                        "batch_manager.json",
                        MadeCache.map(
                                "steps",
                                MadeCache.map("load", MadeCache.stored("load/batch_manager_step.json")),
                                "last_batch_received",
                                MadeCache.map("load", MadeCache.map("seq_no", 0))))
                .write("batch_manager_steps/load/batch_manager_step.json", MadeCache.map("step_signature", "abc"));
        write(
                cache,
                "../../../steps_data/load_abc/batch_0.json",
                "{\"seq_no\": 0, \"step_name\": \"load\", \"data\": [[",
                "]]}");
    }

    private static void write(MadeCache cache, String file, String before, String after) throws IOException {
        Path path = cache.run().resolve(file).normalize();
        Files.createDirectories(path.getParent());
        String text = "много текста 文字 ".repeat(40);
        try (Writer out = new BufferedWriter(Files.newBufferedWriter(path))) {
            out.write(before);
            for (int row = 0; row < ROWS; row++) {
                out.write((row == 0 ? "" : ", ") + "{\"id\": " + row + ", \"text\": \"" + text + "\"}");
            }
            out.write(after);
        }
    }

    /** Reads the rows of {@code load}, and fails unless all are there. */
    public static void main(String[] arguments) throws IOException {
        long count = 0;
        long length = 0;
        ImportedRun run = Importer.open(Path.of(arguments[0])).run();
        try (ImportedRows<String> rows = run.json("load")) {
            for (String row = rows.next(); row != null; row = rows.next()) {
                count++;
                length += row.length();
            }
        }
        if (count != ROWS || length < 1_000L * ROWS || !run.problems().isEmpty()) {
            throw new IllegalStateException(count + " rows of " + length + " characters, " + run.problems());
        }
    }
}
