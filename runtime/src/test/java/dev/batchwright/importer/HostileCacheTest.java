package dev.batchwright.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Caches that were cut, changed or made to do harm: each is read as far as it can be, and what cannot be is reported. */
@Timeout(120)
class HostileCacheTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> UNUSED = Set.of("pipeline.yaml", "pipeline.log", "stages.json");

    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "-1",
            "1.5",
            "9223372036854775807",
            "123456789012345678901234567890",
            "\"x\"",
            "\"../../x\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[[[1, 2]]]",
            "{\"load\": 1}",
            "{\"load\": [[1]]}",
            "{\"../load\": {}}",
            "[{}]");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"L0-stopped", "L0b-finished", "L1-stopped", "L1b-stopped", "L2-stopped", "L3-stopped"})
    void givesNothingOfAFileThatIsCutShort(String name) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path cache = Caches.copy(Caches.folder(name), folder.resolve(name));
        Map<String, List<JsonNode>> whole = read(cache).rows();
        for (Path file : files(cache)) {
            byte[] bytes = Files.readAllBytes(file);
            int length = random.nextInt(withoutBlanks(bytes));
            Files.write(file, Arrays.copyOf(bytes, length));

            Reading cut = read(cache);

            String where = cache.relativize(file) + " cut to " + length + " bytes, seed " + seed;
            cut.rows()
                    .forEach((step, rows) -> assertThat(isSubsequence(rows, whole.getOrDefault(step, List.of())))
                            .as(where + ", rows of " + step)
                            .isTrue());
            if (isRead(name, file)) {
                assertThat(cut.problems()).as(where).anySatisfy(problem -> {
                    assertThat(problem.kind()).isEqualTo(ImportProblem.Kind.UNREADABLE);
                    assertThat(problem.path()).isEqualTo(cache.relativize(file).toString());
                });
            }
            Files.write(file, bytes);
        }
        assertThat(read(cache).rows()).isEqualTo(whole);
    }

    @Test
    void reportsAFileWhereverItIsCut() throws IOException {
        Path cache = Caches.copy(Caches.folder("L2-stopped"), folder.resolve("cut"));
        Path file = files(cache).stream()
                .filter(path -> path.endsWith("clean/batch_manager_step.json"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 17) {
            Files.write(file, Arrays.copyOf(bytes, length));

            assertThat(Importer.open(cache).problems())
                    .as(length + " bytes")
                    .extracting(ImportProblem::kind)
                    .contains(ImportProblem.Kind.UNREADABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"L0-stopped", "L0b-finished", "L1-stopped", "L1b-stopped", "L2-stopped", "L3-stopped"})
    void readsAFileWithWrongBytesOrReportsIt(String name) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path cache = Caches.copy(Caches.folder(name), folder.resolve(name));
        List<Path> files = files(cache);
        for (int round = 0; round < 8; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            byte[] changed = bytes.clone();
            for (int i = random.nextInt(3); i >= 0 && changed.length > 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Files.write(file, changed);
            try {
                read(cache);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(cache.relativize(file) + " changed, seed " + seed, e);
            }
            Files.write(file, bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"L0-stopped", "L0b-stopped", "L1-stopped", "L1b-stopped", "L2-stopped", "L3-stopped"})
    void readsFieldsOfWrongTypesOrReportsThem(String name) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path cache = Caches.copy(Caches.folder(name), folder.resolve(name));
        for (Path file : files(cache)) {
            if (!file.toString().endsWith(".json")
                    || (random.nextInt(3) == 0 && !file.endsWith("batch_manager.json"))) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < 2; i++) {
                JsonNode root = MAPPER.readTree(bytes);
                List<ObjectNode> objects = new ArrayList<>();
                collect(root, 0, objects);
                ObjectNode object = objects.get(random.nextInt(objects.size()));
                List<String> fields = new ArrayList<>();
                object.fieldNames().forEachRemaining(fields::add);
                String field = fields.isEmpty() ? "data" : fields.get(random.nextInt(fields.size()));
                String value = WRONG.get(random.nextInt(WRONG.size()));
                object.set(field, MAPPER.readTree(value));
                Files.write(file, MAPPER.writeValueAsBytes(root));
                try {
                    read(cache);
                } catch (RuntimeException | Error e) {
                    throw new AssertionError(
                            cache.relativize(file) + " with " + field + " = " + value + ", seed " + seed, e);
                }
            }
            Files.write(file, bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEEP",
                "{\"steps\": DEEP, \"last_batch_received\": {}}",
                "{\"steps\": {}, \"last_batch_received\": {\"a\": DEEP}}",
                "{\"steps\": {\"a\": {\"data\": {\"b\": [{\"x\": DEEP}]}}}, \"last_batch_received\": {\"a\": null}}",
                "{\"unknown\": DEEP}",
                "[]",
                "1",
                "null",
                "",
                " ",
                "{}",
                "{\"steps\": [], \"last_batch_received\": {}}",
                "{\"steps\": {}, \"last_batch_received\": []}",
                "{\"steps\": {}, \"last_batch_received\": {}} {}",
                "{\"steps\": {}, \"steps\": {}, \"last_batch_received\": {}}",
                "{\"steps\": {}, \"last_batch_received\": {\"a\": {\"seq_no\": DIGITS}}}",
                "\u0000",
                "{\"steps\": {}, \"last_batch_received\": {}, \"x\": \"\uD800\"}"
            })
    void reportsARunWhoseFirstFileIsNotWhatItShouldBe(String text) throws IOException {
        String content = text.replace("DEEP", "[".repeat(100_000)).replace("DIGITS", "1".repeat(5_000));
        Files.createDirectories(folder.resolve("run"));
        Files.write(folder.resolve("run/batch_manager.json"), bytes(content));

        Importer importer = Importer.open(folder);

        assertThat(importer.runs()).isEmpty();
        assertThat(importer.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ImportProblem.Kind.UNREADABLE);
            assertThat(problem.path()).isEqualTo("run/batch_manager.json");
        });
    }

    /** As Java writes half of a surrogate pair as a question mark, it is made by hand. */
    private static byte[] bytes(String text) {
        int half = text.indexOf('\uD800');
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (half < 0) {
            return bytes;
        }
        byte[] changed = bytes.clone();
        changed[half] = (byte) 0xED;
        return changed;
    }

    /** Rows and problems of all runs; nothing is there where the folder as a whole is refused. */
    private record Reading(Map<String, List<JsonNode>> rows, List<ImportProblem> problems) {}

    private static Reading read(Path cache) throws IOException {
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        Importer importer = Importer.open(cache);
        for (ImportedRun run : importer.runs()) {
            for (ImportedStep step : run.steps()) {
                rows.put(step.name(), Caches.rows(run, step.name()));
            }
        }
        return new Reading(rows, importer.problems());
    }

    private static List<Path> files(Path cache) throws IOException {
        try (Stream<Path> walk = Files.walk(cache)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !UNUSED.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSubsequence(List<JsonNode> rows, List<JsonNode> whole) {
        int found = 0;
        for (JsonNode row : whole) {
            found += found < rows.size() && rows.get(found).equals(row) ? 1 : 0;
        }
        return found == rows.size();
    }

    /** In L3 what repeats rows of {@code steps_data} is not looked at. */
    private static boolean isRead(String name, Path file) {
        return !name.startsWith("L3")
                || !(file.toString().contains("built_batches")
                        || file.toString().endsWith(".parquet"));
    }

    private static int withoutBlanks(byte[] bytes) {
        int length = bytes.length;
        while (bytes[length - 1] <= ' ' && bytes[length - 1] >= 0) {
            length--;
        }
        return length;
    }

    private static void collect(JsonNode node, int depth, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object && !object.has("id")) {
            objects.add(object);
        }
        if (depth < 6) {
            node.forEach(child -> collect(child, depth + 1, objects));
        }
    }
}
