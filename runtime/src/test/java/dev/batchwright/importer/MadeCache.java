package dev.batchwright.importer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes caches by hand, where distilabel would have to be brought to do something rare. Rows are {@code {"id": n}}. */
final class MadeCache {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path run;

    MadeCache(Path run) {
        this.run = run;
    }

    Path run() {
        return run;
    }

    /** Writes a file of the run; paths are relative to it. */
    MadeCache write(String file, Object content) throws IOException {
        Path path = run.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, MAPPER.writeValueAsBytes(content));
        return this;
    }

    /** What stands in files for the path of another. */
    static String stored(String file) {
        return "/home/user/.cache/distilabel/pipelines/any/batch_manager_steps/" + file;
    }

    static List<Map<String, Object>> rows(int... ids) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id : ids) {
            rows.add(Map.of("id", id));
        }
        return rows;
    }

    /** A batch that a step put out, or what is left of it. */
    static Map<String, Object> output(String step, int number, int size, List<?> rows) {
        return batch(step, number, size, Map.of(), List.of(rows));
    }

    /** A batch that was built for a step, of the rows of several. */
    static Map<String, Object> built(
            String step, int number, Map<String, List<List<Integer>>> sources, List<?>... lists) {
        return batch(step, number, 0, sources, List.of(lists));
    }

    private static Map<String, Object> batch(String step, int number, int size, Map<String, ?> sources, List<?> data) {
        return map(
                "seq_no",
                number,
                "step_name",
                step,
                "last_batch",
                false,
                "created_from",
                sources,
                "size",
                size,
                "data",
                data);
    }

    /** A map that keeps its order, of names and values in turn. */
    static Map<String, Object> map(@Nullable Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(String.valueOf(entries[i]), entries[i + 1]);
        }
        return map;
    }
}
