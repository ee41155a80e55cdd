package dev.batchwright.samples.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a user of the runtime gets onto the class path: not too much, nothing for nothing, and nothing that could collide. */
class FootprintTest {

    private static final long LIMIT = 22_000_000;
    private static final String RUNTIME = "dev.batchwright.runtime";

    /** All jars but the logger, which each user chooses. */
    private static List<Path> jars = List.of();

    @BeforeAll
    static void findJars() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/lib"))) {
            jars = files.filter(file -> !name(file).startsWith("slf4j-nop"))
                    .sorted()
                    .toList();
        }
        assertThat(jars).anyMatch(jar -> name(jar).startsWith("batchwright-runtime"));
    }

    @Test
    void isAtMost22Megabytes() throws IOException {
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }

        assertThat(bytes).as("bytes of " + jars).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void everyModuleIsNeededByAnother() {
        Set<String> needed = arrows().map(
                        line -> line.substring(line.indexOf("->") + 2).strip())
                .collect(Collectors.toSet());
        Set<String> brought = ModuleFinder.of(jars.toArray(Path[]::new)).findAll().stream()
                .map(module -> module.descriptor().name())
                .filter(name -> !name.equals(RUNTIME))
                .collect(Collectors.toSet());

        assertThat(brought).hasSize(jars.size() - 1);
        assertThat(needed).containsAll(brought);
    }

    @Test
    void nobodyMeetsTheirOwnParquetOrHadoopInIt() throws IOException {
        List<String> colliding = new ArrayList<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(entry -> entry.matches("(org/apache|shaded/parquet|com/google|javax)/.*"))
                        .forEach(entry -> colliding.add(name(jar) + ": " + entry));
            }
        }

        assertThat(colliding).isEmpty();
    }

    @Test
    void isListedWhereUsersLook() throws IOException {
        String page = Files.readString(Path.of("../../docs/dependencies.md"));

        assertThat(jars).allSatisfy(jar -> assertThat(page).contains(name(jar).replaceFirst("-\\d.*", "")));
    }

    /** Which module's classes name classes of which: {@code from -> to}. */
    private static Stream<String> arrows() {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        printer,
                        printer,
                        "--multi-release=17",
                        "--module-path=target/lib",
                        "--add-modules=org.jspecify",
                        "-summary",
                        "-recursive",
                        "--module=" + RUNTIME);
        return out.toString().lines().filter(line -> line.contains("->"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
