package dev.batchwright.samples.everykind.distilabel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The caches that distilabel wrote, which the tests of the runtime keep. */
final class Caches {

    static final Path FOLDER = Path.of("../../runtime/src/test/resources/distilabel");

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

    static List<AnyRow> expected(String name, String step) throws IOException {
        List<AnyRow> rows = new ArrayList<>();
        for (String line :
                Files.readAllLines(FOLDER.resolve("expected").resolve(name).resolve(step + ".jsonl"))) {
            rows.add(AnyRow.of(MAPPER.readTree(line)));
        }
        return rows;
    }

    /** Copies a cache as it is moved or archived: with the times of its files. */
    static Path copy(String name, Path to) throws IOException {
        Path from = FOLDER.resolve(name);
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }
}
