package dev.batchwright.samples.everykind.distilabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.RowReader;
import dev.batchwright.RunReport;
import dev.batchwright.Split;
import dev.batchwright.samples.everykind.distilabel.Continued.ReadScored;
import dev.batchwright.samples.everykind.distilabel.Continued.Scored;
import dev.batchwright.samples.everykind.distilabel.Continued.Weighed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistilabelSourceTest {

    @TempDir
    private Path folder;

    private Path cache;
    private Path results;

    static Stream<String> caches() throws IOException {
        // The damaged one is refused, see below.
        return Caches.names().filter(name -> !name.equals("L3-damaged"));
    }

    @BeforeEach
    void nameFolders() {
        cache = folder.resolve("cache");
        results = folder.resolve("results");
    }

    @ParameterizedTest
    @MethodSource("caches")
    void givesAPipelineTheRowsOfAStep(String name) throws IOException {
        Continued.run(Continued.source(Caches.FOLDER.resolve(name), "score"), results);

        assertThat(Continued.rows(results)).isEqualTo(weighed(Caches.expected(name, "score")));
    }

    @Test
    void isCutIntoGroupsOfFilesWhoseRowsKeepTheirOrder() throws Exception {
        ReadScored source = new ReadScored(Caches.FOLDER.resolve("L3-finished"), "score", 6_000, false);

        RunReport report = Continued.run(source, results);

        assertThat(source.splits()).hasSizeBetween(3, 12);
        assertThat(report.step("read-scored").shards())
                .isEqualTo(source.splits().size());
        assertThat(Continued.rows(results)).isEqualTo(weighed(Caches.expected("L3-finished", "score")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"L0b-finished", "L1b-stopped", "L2-stopped", "L3-stopped"})
    void opensASplitAtAnyRow(String name) throws Exception {
        ReadScored source = new ReadScored(Caches.FOLDER.resolve(name), "score", 6_000, false);
        for (Split split : source.splits()) {
            List<Scored> all = rows(source, split, 0);
            for (int first = 0; first <= all.size(); first++) {
                assertThat(rows(source, split, first)).isEqualTo(all.subList(first, all.size()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"L0b-finished", "L1b-stopped", "L2-stopped", "L3-stopped"})
    void isNotReadAgainWhereNothingChangedButItsPlace(String name) throws IOException {
        Caches.copy(name, cache);
        Continued.run(Continued.source(cache, "score"), results);
        Path moved = Files.move(cache, folder.resolve("moved"));

        RunReport report = Continued.run(Continued.source(moved, "score"), results);

        assertThat(report.steps()).allSatisfy(step -> {
            assertThat(step.why()).isEqualTo("unchanged");
            assertThat(step.calls()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"L0b-finished", "L1b-stopped", "L2-stopped", "L3-stopped"})
    void isReadAgainWhereAFileHasChanged(String name) throws IOException {
        Caches.copy(name, cache);
        Continued.run(Continued.source(cache, "clean"), results);
        touch(cache, name.startsWith("L3") ? "batch_0.json" : "batch_manager.json");

        RunReport report = Continued.run(Continued.source(cache, "clean"), results);

        assertThat(report.step("read-scored").why()).startsWith("changed");
        assertThat(report.step("weigh").why()).isEqualTo("changed: step read-scored");
    }

    @Test
    void endsTheRunWhereAFileIsMissing() {
        ReadScored source = Continued.source(Caches.FOLDER.resolve("L3-damaged"), "load");

        assertThatThrownBy(() -> Continued.run(source, results))
                .hasMessageContaining("load_b010dfd4890b5e0a680cbaf3dfd7d346d9395307/batch_3.json")
                .hasMessageContaining("Restore it, or let the source skip problems");
    }

    @Test
    void endsTheRunWhereAFileIsDamaged() {
        ReadScored source = Continued.source(Caches.FOLDER.resolve("L3-damaged"), "clean");

        assertThatThrownBy(() -> Continued.run(source, results))
                .hasStackTraceContaining("clean_5fed5949cd12376be2c6475f13ae1d5700ee6581/batch_2.json")
                .hasStackTraceContaining("it is not JSON to its end");
    }

    @Test
    void goesOnWithoutWhatIsMissingOrDamagedWhereItIsTold() throws IOException {
        for (String step : List.of("load", "clean")) {
            Path own = results.resolve(step);
            Continued.run(new ReadScored(Caches.FOLDER.resolve("L3-damaged"), step, 6_000, true), own);

            assertThat(Continued.rows(own)).isEqualTo(weighed(Caches.expected("L3-damaged", step)));
        }
    }

    @Test
    void saysWhichStepsThereAre() {
        assertThatThrownBy(
                        () -> Continued.run(Continued.source(Caches.FOLDER.resolve("L1-finished"), "scores"), results))
                .hasStackTraceContaining("has no step 'scores'. It has [load, clean, score, tag].");
    }

    @Test
    void mustNameARunWhereThereAreSeveral() throws IOException {
        Caches.copy("L2-stopped", cache.resolve("one"));
        Caches.copy("L2-finished", cache.resolve("two"));

        assertThatThrownBy(() -> Continued.run(Continued.source(cache, "score"), results))
                .hasStackTraceContaining("holds more than one run. Name one of [one/reading/");
    }

    private static List<Scored> rows(ReadScored source, Split split, long firstRow) throws Exception {
        List<Scored> rows = new ArrayList<>();
        try (RowReader<Scored> reader = source.open(split, firstRow)) {
            for (Scored row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Weighed> weighed(List<AnyRow> rows) {
        return rows.stream()
                .map(row -> new Weighed(row.id(), row.text().length()))
                .toList();
    }

    private static void touch(Path cache, String name) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(cache)) {
            files = walk.filter(file -> file.endsWith(name)).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
        }
    }
}
