package dev.batchwright.importer;

import static dev.batchwright.importer.MadeCache.map;
import static dev.batchwright.importer.MadeCache.output;
import static dev.batchwright.importer.MadeCache.rows;
import static dev.batchwright.importer.MadeCache.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.batchwright.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, paths and links that lead elsewhere. */
@Timeout(60)
class RefusedPathsTest {

    @TempDir
    private Path folder;

    private Path opened;
    private Path elsewhere;

    @ParameterizedTest
    @ValueSource(strings = {"../tag", "a/b", "/etc", "..", ".", "", "a\\b", "a\u0000b", "a\nb"})
    void areNoNamesOfSteps(String name) throws IOException {
        MadeCache cache = run("run");
        cache.write("batch_manager.json", map("steps", map(), "last_batch_received", map(name, null, "good", null)));

        ImportedRun run = Importer.open(opened).run();

        assertThat(run.steps()).containsExactly(new ImportedStep("good", List.of()));
        assertThat(run.problems()).extracting(ImportProblem::kind).containsExactly(ImportProblem.Kind.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "/x/batch_manager_steps/next/load/../../../secret.json",
                "/x/batch_manager_steps/next/load/sub/batch_0_a.json",
                "/x/batch_manager_steps/other/load/batch_0_a.json",
                "batch_0_a.json",
                "",
                "/x/batch_manager_steps/next/load/..",
                "/x/batch_manager_steps/next/load/"
            })
    void areNoPathsOfBatches(String path) throws IOException {
        MadeCache cache = l2(path);
        cache.write("secret.json", output("load", 0, 1, rows(1)));

        ImportedRun run = Importer.open(opened).run();

        assertThat(Caches.rows(run, "load")).isEmpty();
        assertThat(run.problems()).extracting(ImportProblem::kind).containsExactly(ImportProblem.Kind.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Users\\x\\pipelines\\any\\batch_manager_steps\\next\\load\\batch_0_a.json",
                "/home/batch_manager_steps/x/batch_manager_steps/next/load/batch_0_a.json",
                "batch_manager_steps/next/load/batch_0_a.json"
            })
    void arePathsOfBatchesWhereverTheyWereWritten(String path) throws IOException {
        l2(path).write("batch_manager_steps/next/load/batch_0_a.json", output("load", 0, 1, rows(1)));

        ImportedRun run = Importer.open(opened).run();

        assertThat(Caches.rows(run, "load")).hasSize(1);
        assertThat(run.problems()).isEmpty();
    }

    @Test
    void areNotFollowedWhereAFileIsALinkOutOfTheCache() throws IOException {
        MadeCache cache = l2(stored("next/load/batch_0_a.json"));
        new MadeCache(elsewhere).write("secret.json", output("load", 0, 1, rows(1)));
        Path link = cache.run().resolve("batch_manager_steps/next/load/batch_0_a.json");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, elsewhere.resolve("secret.json"));

        ImportedRun run = Importer.open(opened).run();

        assertThat(Caches.rows(run, "load")).isEmpty();
        assertThat(run.problems()).extracting(ImportProblem::kind).containsExactly(ImportProblem.Kind.REFUSED);
    }

    @Test
    void areNotFollowedWhereAFolderIsALinkOutOfTheCache() throws IOException {
        Caches.copy(Caches.folder("L3-finished"), opened);
        Path data = opened.resolve("reading/steps_data");
        Files.move(data, elsewhere);
        Files.createSymbolicLink(data, elsewhere);

        ImportedRun run = Importer.open(opened).run();

        assertThat(Caches.rows(run, "load")).isEmpty();
        assertThat(run.problems()).extracting(ImportProblem::kind).containsOnly(ImportProblem.Kind.REFUSED);
    }

    @Test
    void areNotFollowedToRuns() throws IOException {
        Caches.copy(Caches.folder("L2-stopped"), elsewhere);
        Files.createDirectories(opened);
        Files.createSymbolicLink(opened.resolve("reading"), elsewhere.resolve("reading"));

        assertThatThrownBy(() -> Importer.open(opened))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("holds no run of distilabel");
    }

    @Test
    void mayLeadToThePlaceThatIsOpened() throws IOException {
        Caches.copy(Caches.folder("L3-stopped"), elsewhere);
        Files.createSymbolicLink(opened, elsewhere);

        ImportedRun run = Importer.open(opened).run();

        assertThat(Caches.rows(run, "load")).isEqualTo(Caches.expected("L3-stopped", "load"));
    }

    @Test
    void mayStayWithinTheCache() throws IOException {
        MadeCache cache = l2(stored("next/load/batch_0_a.json"));
        cache.write("other.json", output("load", 0, 1, rows(1)));
        Path link = cache.run().resolve("batch_manager_steps/next/load/batch_0_a.json");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, cache.run().resolve("other.json"));

        assertThat(Caches.rows(Importer.open(opened).run(), "load")).hasSize(1);
    }

    @Test
    void areReportedWhereALinkLeadsToItself() throws IOException {
        MadeCache cache = l2(stored("next/load/batch_0_a.json"));
        Path link = cache.run().resolve("batch_manager_steps/next/load/batch_0_a.json");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, link);

        assertThat(Importer.open(opened).problems())
                .extracting(ImportProblem::kind)
                .containsExactly(ImportProblem.Kind.UNREADABLE);
    }

    @Test
    void areReportedWhereAFolderStandsForAFile() throws IOException {
        MadeCache cache = l2(stored("next/load/batch_0_a.json"));
        Files.createDirectories(cache.run().resolve("batch_manager_steps/next/load/batch_0_a.json"));

        assertThat(Importer.open(opened).problems())
                .extracting(ImportProblem::kind)
                .containsExactly(ImportProblem.Kind.UNREADABLE);
    }

    /** To open a pipe would be to wait for whoever writes into it. */
    @Test
    void areNotOpenedWhereAPipeStandsForAFile() throws IOException, InterruptedException {
        MadeCache cache = l2(stored("next/load/batch_0_a.json"));
        Path pipe = cache.run().resolve("batch_manager_steps/next/load/batch_0_a.json");
        Files.createDirectories(pipe.getParent());
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(Importer.open(opened).problems())
                .extracting(ImportProblem::kind)
                .containsExactly(ImportProblem.Kind.UNREADABLE);
    }

    @Test
    void areNoSignatures() throws IOException {
        MadeCache cache = new MadeCache(opened.resolve("pipeline/signature/executions/all"));
        cache.write(
                        "batch_manager.json",
                        map(
                                "steps",
                                map("load", stored("load/batch_manager_step.json")),
                                "last_batch_received",
                                map("load", null)))
                .write(
                        "batch_manager_steps/load/batch_manager_step.json",
                        map("data", map(), "step_signature", "x/../../elsewhere"));

        ImportedRun run = Importer.open(opened).run();

        assertThat(run.json("load").next()).isNull();
        assertThat(run.problems()).extracting(ImportProblem::kind).containsExactly(ImportProblem.Kind.UNREADABLE);
    }

    @Test
    void areTooNarrowWhereTheRowsOfARunLieOutside() throws IOException {
        Caches.copy(Caches.folder("L3-finished"), opened);
        Path signature;
        try (var folders = Files.list(opened.resolve("reading"))) {
            signature = folders.filter(path -> !path.endsWith("steps_data"))
                    .findFirst()
                    .orElseThrow();
        }

        assertThatThrownBy(() -> Importer.open(signature))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("lie outside of it")
                .hasMessageContaining("Open the folder " + opened.toRealPath().resolve("reading") + " or one above.");
    }

    /** A step that feeds itself, or two that feed each other, have rows like all others. */
    @Test
    void mayConnectStepsInACircle() throws IOException {
        run("run")
                .write(
                        "batch_manager.json",
                        map(
                                "steps",
                                map(
                                        "one", map("data", map("other", rows(1), "one", rows(2, 3))),
                                        "other", map("data", map("one", rows(3)))),
                                "last_batch_received",
                                map("one", null, "other", null)));

        ImportedRun run = Importer.open(opened).run();

        assertThat(Caches.rows(run, "one")).hasSize(2);
        assertThat(Caches.rows(run, "other")).hasSize(1);
        assertThat(run.steps()).noneMatch(ImportedStep::isLeaf);
    }

    @Test
    void areFewWhereAFileSaysThatTrillionsOfBatchesAreMissing() throws IOException {
        MadeCache cache = new MadeCache(opened.resolve("pipeline/signature/executions/all"));
        cache.write(
                        "batch_manager.json",
                        map(
                                "steps",
                                map("load", stored("load/batch_manager_step.json")),
                                "last_batch_received",
                                map("load", map("seq_no", Long.MAX_VALUE))))
                .write("batch_manager_steps/load/batch_manager_step.json", map("step_signature", "abc"))
                .write("../../../steps_data/load_abc/batch_7.json", output("load", 7, 1, rows(1)));

        ImportedRun run = Importer.open(opened).run();

        assertThat(Caches.rows(run, "load")).hasSize(1);
        assertThat(run.problems()).hasSize(1_001);
        assertThat(run.problems().get(1_000).count()).isEqualTo(1_000_000_000_000_000_000L - 1 - 1_000);
    }

    private MadeCache run(String name) {
        return new MadeCache(opened.resolve(name));
    }

    /** A run in which one step waits for a batch of another that lies at a path. */
    private MadeCache l2(String path) throws IOException {
        return run("run")
                .write(
                        "batch_manager.json",
                        map(
                                "steps",
                                map("next", stored("next/batch_manager_step.json")),
                                "last_batch_received",
                                map("load", null, "next", null),
                                "last_batch_sent",
                                map()))
                .write(
                        "batch_manager_steps/next/batch_manager_step.json",
                        map("data", map("load", new ArrayList<>(List.of(path))), "built_batches", List.of()));
    }

    @BeforeEach
    void nameFolders() {
        opened = folder.resolve("opened");
        elsewhere = folder.resolve("elsewhere");
    }
}
