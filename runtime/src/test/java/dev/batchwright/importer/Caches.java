package dev.batchwright.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The caches that distilabel wrote, and what must be found in them. */
final class Caches {

    static final Path FOLDER = Path.of("src/test/resources/distilabel");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Caches() {}

    static Stream<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith("L"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Path folder(String name) {
        return FOLDER.resolve(name);
    }

    /** Copies a cache, to be damaged. */
    static Path copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        }
        return to;
    }

    static List<JsonNode> expected(String name, String step) throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected").resolve(name).resolve(step + ".jsonl")).stream()
                .map(Caches::parse)
                .toList();
    }

    /** The problems that a cache has, in the form of {@link #problems(List)}. */
    static JsonNode expectedProblems(String name) throws IOException {
        Path file = FOLDER.resolve("expected").resolve(name).resolve("problems.json");
        return Files.exists(file) ? MAPPER.readTree(file.toFile()) : MAPPER.createObjectNode();
    }

    static List<JsonNode> rows(ImportedRun run, String step) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (ImportedRows<String> rows = run.json(step)) {
            for (String row = rows.next(); row != null; row = rows.next()) {
                found.add(parse(row));
            }
        }
        return found;
    }

    /** The paths of each kind of problem, and the number of unattributed rows. */
    static JsonNode problems(List<ImportProblem> found) {
        var problems = MAPPER.createObjectNode();
        for (ImportProblem problem : found) {
            String kind = problem.kind().name().toLowerCase(Locale.ROOT);
            if (problem.kind() == ImportProblem.Kind.UNATTRIBUTED) {
                problems.put(kind, problems.path(kind).asInt() + Math.toIntExact(problem.count()));
            } else {
                problems.withArray(kind).add(problem.path());
            }
        }
        return problems;
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
