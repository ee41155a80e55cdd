package dev.batchwright.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralRunsTest {

    private static final List<String> NAMES = List.of("L0-stopped", "L1b-stopped", "L3-damaged", "L3-finished");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyCaches() throws IOException {
        for (String name : NAMES) {
            Caches.copy(Caches.folder(name), folder.resolve(name));
        }
    }

    @Test
    void areFoundInOneFolderAndReadApart() throws IOException {
        Importer importer = Importer.open(folder);

        assertThat(importer.runs()).hasSize(NAMES.size());
        for (int i = 0; i < NAMES.size(); i++) {
            ImportedRun run = importer.runs().get(i);
            assertThat(run.name()).startsWith(NAMES.get(i) + "/");
            for (ImportedStep step : run.steps()) {
                assertThat(Caches.rows(run, step.name())).isEqualTo(Caches.expected(NAMES.get(i), step.name()));
            }
        }
        assertThat(importer.problems())
                .extracting(ImportProblem::kind)
                .containsExactlyInAnyOrder(
                        ImportProblem.Kind.UNATTRIBUTED, ImportProblem.Kind.UNREADABLE, ImportProblem.Kind.MISSING);
    }

    @Test
    void areToldApartByTheirNames() {
        Importer importer = Importer.open(folder);

        assertThat(importer.run("60581c5a008085160ad6bcd3df9e7b44fb88f459").layout())
                .isEqualTo(DistilabelLayout.L0);
        assertThat(importer.run(importer.runs().get(3).name()))
                .isSameAs(importer.runs().get(3));
        assertThatThrownBy(() -> importer.run("d9f441a23db6aef010fb32f092825c8e67685ff3"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("holds more than one run 'd9f441a23db6aef010fb32f092825c8e67685ff3'");
        assertThatThrownBy(() -> importer.run("none"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("holds no run 'none'");
        assertThatThrownBy(importer::run)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("holds more than one run. Name one of [L0-stopped/");
    }

    @Test
    void areReadWhereOneOfThemCannotBe() throws IOException {
        Path file = folder.resolve("L0-stopped/60581c5a008085160ad6bcd3df9e7b44fb88f459/batch_manager.json");
        Files.writeString(file, "{");

        Importer importer = Importer.open(folder);

        assertThat(importer.runs()).hasSize(NAMES.size() - 1);
        assertThat(importer.problems().get(0).path())
                .isEqualTo("L0-stopped/60581c5a008085160ad6bcd3df9e7b44fb88f459/batch_manager.json");
    }

    /** In 1.4 and later the executions of a pipeline share the rows of steps that are the same. */
    @Test
    void mayShareTheirRows() throws IOException {
        Path executions = folder.resolve("L3-finished/reading/ef2e187e1012526495ae6eecd77b6283743f3f79/executions");
        Caches.copy(executions.resolve("d9f441a23db6aef010fb32f092825c8e67685ff3"), executions.resolve("another"));

        ImportedRun run = Importer.open(folder.resolve("L3-finished")).run("another");

        assertThat(Caches.rows(run, "score")).isEqualTo(Caches.expected("L3-finished", "score"));
    }

    @Test
    void mayBeOpenedByTheirOwnFolders() throws IOException {
        Path own = folder.resolve("L1b-stopped/reading/8abb8d6daab06d1b205cb7510a66304c8e16e7a4");

        ImportedRun run = Importer.open(own).run();

        assertThat(run.name()).isEmpty();
        assertThat(Caches.rows(run, "load")).isEqualTo(Caches.expected("L1b-stopped", "load"));
    }

    @Test
    void mustBeThere() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> Importer.open(empty))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("holds no run of distilabel");
        assertThatThrownBy(() -> Importer.open(folder.resolve("none")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("cannot be read");
    }
}
