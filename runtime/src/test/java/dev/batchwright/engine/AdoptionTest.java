package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.BatchwrightException;
import dev.batchwright.CacheException;
import dev.batchwright.OldRows;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.cache.faults.Fault;
import dev.batchwright.cache.faults.FaultyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache of layout version 0, whose rows differ from those that the pipeline would make, so that they can be told apart. */
class AdoptionTest {

    private static final String KEPT = step("keep-even", true, IntStream.range(0, 7));
    private static final String RETITLED = step("retitle", true, IntStream.range(10, 15));
    private static final String COUNTED = step("count", true, IntStream.range(20, 21));

    @TempDir
    Path above;

    private final PassagePipeline pipeline = new PassagePipeline(1);

    private Path cache() {
        return above.resolve("cache");
    }

    private Path file() {
        return cache().resolve("batch-manager.json");
    }

    private static String row(int id) {
        return "{\"id\": %d, \"title\": \"old \u00e9\\u0022 %d\", \"text\": \"\", \"vector\": [0.5, -1e3]}"
                .formatted(id, id);
    }

    private static String step(String name, boolean isFinished, IntStream ids) {
        return "\"%s\": {\"finished\": %s, \"rows\": [%s]}"
                .formatted(name, isFinished, ids.mapToObj(AdoptionTest::row).collect(Collectors.joining(",\n")));
    }

    private void write(String... steps) throws IOException {
        Files.createDirectories(cache());
        Files.writeString(
                file(),
                "{\"formatVersion\": 0, \"made\": {\"by\": [1, 2]}, \"pipeline\": \"passages\",\n\"steps\": {"
                        + String.join(",\n", steps) + "}}\n");
    }

    private RunReport adopt() {
        return pipeline.run(PassagePipeline.options(cache()).rowsOfVersion0(OldRows.ADOPT));
    }

    private List<String> rows(String step) {
        return PassagePipeline.rows(cache(), step);
    }

    private static List<String> old(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> id + " old \u00e9\" " + id)
                .toList();
    }

    private static List<String> notAdopted(RunReport report) {
        return report.adopted().stream()
                .filter(output -> !output.isAdopted())
                .map(AdoptedOutput::toString)
                .toList();
    }

    @Test
    void takesRowsOverAsTheOutputsOfTheStepsOfTheirNames() throws IOException {
        write(KEPT, RETITLED, COUNTED);
        byte[] before = Files.readAllBytes(file());

        RunReport report = adopt();

        assertThat(report.steps()).allSatisfy(step -> assertThat(step.calls()).isZero());
        assertThat(pipeline.sourceCalls).hasValue(0);
        assertThat(rows("keep-even")).isEqualTo(old(0, 7));
        assertThat(rows("retitle")).isEqualTo(old(10, 15));
        assertThat(rows("count")).isEqualTo(old(20, 21));
        assertThat(report.adopted()).hasSize(3).allMatch(AdoptedOutput::isAdopted);
        assertThat(report.toString())
                .contains("from version 0: keep-even: 7 rows adopted, on trust, as nothing says with which code");
        assertThat(Files.readString(cache().resolve("report.json"))).contains("\"adopted\" : true");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void isDoneOnce() throws IOException {
        write(KEPT, RETITLED, COUNTED);
        adopt();

        RunReport again = pipeline.run(PassagePipeline.options(cache()));

        assertThat(again.adopted()).isEmpty();
        assertThat(again.steps()).allSatisfy(step -> assertThat(step.calls()).isZero());
        assertThat(rows("count")).isEqualTo(old(20, 21));
    }

    @Test
    void computesWhatFollowsFromAdoptedRowsAndIsNotThere() throws IOException {
        write(KEPT);

        RunReport report = adopt();

        assertThat(pipeline.sourceCalls).hasValue(0);
        assertThat(rows("keep-even")).isEqualTo(old(0, 7));
        assertThat(rows("retitle"))
                .containsExactlyElementsOf(old(0, 7).stream()
                        .map(row -> row.replace(" old", " new old"))
                        .toList());
        assertThat(rows("count")).singleElement().asString().startsWith("7 titles");
        assertThat(report.adopted()).singleElement().matches(AdoptedOutput::isAdopted);
    }

    @Test
    void refusesUnlessToldAndChangesNothing() throws IOException {
        write(KEPT);
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(() -> pipeline.run(PassagePipeline.options(cache())))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("is of layout version 0")
                .hasMessageContaining("RunOptions.rowsOfVersion0(OldRows.ADOPT)");

        assertThat(names()).containsExactly("LOCK", "batch-manager.json");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void computesAllAnewWhereItIsToldTo() throws IOException {
        write(KEPT, RETITLED, COUNTED);

        RunReport report = recompute();

        assertThat(report.adopted()).isEmpty();
        assertThat(rows("keep-even")).hasSize(20).noneMatch(row -> row.contains("old"));
        assertThat(file()).exists();
    }

    private RunReport recompute() {
        return pipeline.run(PassagePipeline.options(cache()).rowsOfVersion0(OldRows.RECOMPUTE));
    }

    @Test
    void takesNoRowOfAStepOfWhichSomeDoNotFit() throws IOException {
        String misfits = KEPT.replace(row(3), row(3).replace("\"id\": 3", "\"id\": \"three\""))
                .replace(row(5), "[5]");
        write(misfits, RETITLED);

        RunReport report = adopt();

        assertThat(notAdopted(report))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "keep-even: 7 rows not adopted, as 2 of them do not fit the step's record, first row 3")
                        .contains("id"))
                .anyMatch(line -> line.equals("retitle: 5 rows not adopted, as those of keep-even before it are not"));
        assertThat(rows("keep-even")).hasSize(20);
        assertThat(rows("retitle")).hasSize(20).noneMatch(row -> row.contains("old"));
    }

    @Test
    void saysOfEachStepWhyItIsNotTaken() throws IOException {
        write(
                step("read", true, IntStream.range(0, 2)),
                step("keep-even", false, IntStream.range(0, 2)),
                step("retitled", true, IntStream.range(0, 2)),
                COUNTED,
                COUNTED);

        assertThat(notAdopted(adopt()))
                .containsExactlyInAnyOrder(
                        "read: 0 rows not adopted, as rows of this step are not kept",
                        "keep-even: 0 rows not adopted, as the step was not finished",
                        "retitled: 0 rows not adopted, as the pipeline has no such step",
                        "count: 0 rows not adopted, as the step comes twice");
        assertThat(rows("count")).singleElement().asString().startsWith("20 titles");
    }

    @Test
    void takesNoStepWhoseRowsWouldHaveToBePartedIntoShards() throws IOException {
        write(KEPT);
        PassagePipeline two = new PassagePipeline(2);

        RunReport report = two.run(PassagePipeline.options(cache()).rowsOfVersion0(OldRows.ADOPT));

        assertThat(notAdopted(report)).containsExactly("keep-even: 0 rows not adopted, as the step has several shards");
        assertThat(rows("keep-even")).hasSize(40);
        assertThat(report.step("keep-even").shards()).isEqualTo(2);
    }

    @Test
    void makesAnAdoptedStepAnewAsAWholeWhereItIsDamaged() throws IOException {
        write(KEPT, RETITLED, COUNTED);
        adopt();
        for (Path part : parts("keep-even")) {
            byte[] bytes = Files.readAllBytes(part);
            Files.write(part, new byte[] {bytes[0], 1, 2});
        }

        RunReport report = pipeline.run(PassagePipeline.options(cache()));

        assertThat(report.step("keep-even"))
                .extracting(StepReport::shardsReused)
                .isEqualTo(0);
        assertThat(rows("keep-even")).hasSize(20).noneMatch(row -> row.contains("old"));
    }

    @Test
    void refusesAFileThatIsNotWholeAndKeepsNothingOfIt() throws IOException {
        write(KEPT, RETITLED);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length - 2; length += 97) {
            Files.write(file(), Arrays.copyOf(whole, length));

            assertThatThrownBy(this::adopt)
                    .as("cut to %d bytes", length)
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("batch-manager.json of the cache cannot be read");
            assertThat(cache().resolve("manifest.json")).doesNotExist();
        }
        assertThat(rows(recompute())).hasSize(20).noneMatch(row -> row.contains("old"));
    }

    private List<String> rows(RunReport afterRun) {
        assertThat(afterRun.adopted()).isEmpty();
        return rows("keep-even");
    }

    @Test
    void refusesAFileOfAnotherPipelineOrVersion() throws IOException {
        write(KEPT);
        String text = Files.readString(file());
        for (String[] change : new String[][] {
            {"\"passages\"", "\"others\"", "its pipeline is not passages"},
            {"\"formatVersion\": 0", "\"formatVersion\": 3", "its formatVersion is not 0"},
            {"\"steps\"", "\"stages\"", "it has no steps"}
        }) {
            Files.writeString(file(), text.replace(change[0], change[1]));
            assertThatThrownBy(this::adopt)
                    .hasMessageContaining(change[2])
                    .hasMessageContaining("Nothing was taken over");
        }
    }

    @Test
    void goesOnAfterItsProcessDiedAnywhereAndTakesNoHalfOfIt() throws IOException {
        boolean struck = true;
        for (int at = 1; struck; at += 8) {
            for (OldRows next : List.of(OldRows.ADOPT, OldRows.RECOMPUTE)) {
                remove();
                write(KEPT, RETITLED, COUNTED);
                byte[] before = Files.readAllBytes(file());
                FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.DEATH, at);
                tryToAdopt(files);
                struck = files.struck();
                boolean isMigrated = Files.exists(cache().resolve("manifest.json"));

                pipeline.run(PassagePipeline.options(cache()).rowsOfVersion0(next));

                String where = "death at operation " + at + ", then " + next;
                boolean isAdopted = isMigrated || next == OldRows.ADOPT;
                assertThat(rows("keep-even")).as(where).hasSize(isAdopted ? 7 : 20);
                assertThat(rows("count").get(0).contains("old")).as(where).isEqualTo(isAdopted);
                assertThat(Files.readAllBytes(file())).as(where).isEqualTo(before);
                assertThat(names()).as(where).doesNotContain("migration.json");
            }
        }
    }

    @Test
    void trustsNothingOfAnAttemptWhoseFileIsGone() throws IOException {
        boolean struck = true;
        for (int at = 1; struck; at += 11) {
            remove();
            write(KEPT, RETITLED, COUNTED);
            FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.DEATH, at);
            tryToAdopt(files);
            struck = files.struck();
            if (!Files.exists(cache().resolve("manifest.json"))) {
                Files.delete(file());
                pipeline.run(PassagePipeline.options(cache()));

                assertThat(rows("keep-even")).as("death at operation " + at).hasSize(20);
            }
        }
    }

    @Test
    void leavesVersion0AsItWasAfterAnErrorAnywhere() throws IOException {
        boolean struck = true;
        for (int at = 2; struck; at += 13) {
            remove();
            write(KEPT, RETITLED, COUNTED);
            FaultyFiles files = new FaultyFiles(new LocalCacheFiles(), Fault.ERROR, at);
            tryToAdopt(files);
            struck = files.struck();

            adopt();

            assertThat(rows("keep-even")).as("error at operation " + at).isEqualTo(old(0, 7));
        }
    }

    private void tryToAdopt(FaultyFiles files) {
        RunOptions options = PassagePipeline.options(cache()).rowsOfVersion0(OldRows.ADOPT);
        try {
            pipeline.run(options, files);
        } catch (BatchwrightException | UncheckedIOException e) {
            assertThat(String.valueOf(e.getMessage())).isNotEmpty();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(cache())) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private List<Path> parts(String step) throws IOException {
        try (Stream<Path> all = Files.walk(cache().resolve(step))) {
            return all.filter(path -> path.getFileName().toString().startsWith("0000"))
                    .toList();
        }
    }

    private void remove() throws IOException {
        if (Files.exists(cache())) {
            try (Stream<Path> all = Files.walk(cache())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
