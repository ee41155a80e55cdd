package dev.batchwright.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the caches that distilabel wrote, and compares with what its own classes found in them. */
class FixturesTest {

    @TempDir
    private Path folder;

    static Stream<String> caches() throws IOException {
        return Caches.names();
    }

    @ParameterizedTest
    @MethodSource("caches")
    void givesTheRowsThatTheCacheStillHolds(String name) throws IOException {
        check(name, Caches.folder(name));
    }

    @ParameterizedTest
    @MethodSource("caches")
    void givesThemFromACopyElsewhere(String name) throws IOException {
        check(name, Caches.copy(Caches.folder(name), folder.resolve("moved")));
    }

    @ParameterizedTest
    @MethodSource("caches")
    void namesTheLayoutAndTheConnections(String name) {
        ImportedRun run = Importer.open(Caches.folder(name)).run();

        assertThat(run.layout().name()).isEqualToIgnoringCase(name.substring(0, name.indexOf('-')));
        assertThat(run.steps())
                .containsExactlyInAnyOrder(
                        new ImportedStep("load", run.steps().get(0).successors()),
                        new ImportedStep("clean", List.of("score")),
                        new ImportedStep("score", List.of()),
                        new ImportedStep("tag", List.of()));
        assertThat(run.steps().get(0).successors()).containsExactlyInAnyOrder("clean", "tag");
        assertThat(run.steps().stream().filter(ImportedStep::isLeaf).map(ImportedStep::name))
                .containsExactlyInAnyOrder("score", "tag");
    }

    @ParameterizedTest
    @MethodSource("caches")
    void findsTheSameProblemsWhateverIsAskedForFirst(String name) throws IOException {
        ImportedRun run = Importer.open(Caches.folder(name)).run();
        List<ImportProblem> first = run.problems();
        Caches.rows(run, "load");

        assertThat(run.problems()).isEqualTo(first);
    }

    @Test
    void readsFifteenCaches() throws IOException {
        assertThat(Caches.names()).hasSize(15);
    }

    private static void check(String name, Path cache) throws IOException {
        Importer importer = Importer.open(cache);
        ImportedRun run = importer.run();
        for (ImportedStep step : run.steps()) {
            assertThat(Caches.rows(run, step.name())).as(step.name()).isEqualTo(Caches.expected(name, step.name()));
            assertThat(run.size(step.name()))
                    .isEqualTo(Caches.expected(name, step.name()).size());
        }
        assertThat(Caches.problems(importer.problems())).isEqualTo(Caches.expectedProblems(name));
    }
}
