package dev.batchwright.engine;

import static dev.batchwright.engine.OldCache.COUNTED;
import static dev.batchwright.engine.OldCache.KEPT;
import static dev.batchwright.engine.OldCache.RETITLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.CacheException;
import dev.batchwright.OldRows;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache of layout version 0, whose rows differ from those that the pipeline would make, so that they can be told apart. */
class AdoptionTest {

    @TempDir
    Path above;

    private final PassagePipeline pipeline = new PassagePipeline(1);

    private Path cache() {
        return above.resolve("cache");
    }

    private OldCache old() {
        return new OldCache(cache());
    }

    private Path file() {
        return old().file();
    }

    private void write(String... steps) throws IOException {
        old().write(steps);
    }

    private RunReport adopt() {
        return pipeline.run(PassagePipeline.options(cache()).rowsOfVersion0(OldRows.ADOPT));
    }

    private List<String> rows(String step) {
        return PassagePipeline.rows(cache(), step);
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
        assertThat(rows("keep-even")).isEqualTo(OldCache.rows(0, 7));
        assertThat(rows("retitle")).isEqualTo(OldCache.rows(10, 15));
        assertThat(rows("count")).isEqualTo(OldCache.rows(20, 21));
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
        assertThat(rows("count")).isEqualTo(OldCache.rows(20, 21));
    }

    @Test
    void computesWhatFollowsFromAdoptedRowsAndIsNotThere() throws IOException {
        write(KEPT);

        RunReport report = adopt();

        assertThat(pipeline.sourceCalls).hasValue(0);
        assertThat(rows("keep-even")).isEqualTo(OldCache.rows(0, 7));
        assertThat(rows("retitle"))
                .containsExactlyElementsOf(OldCache.rows(0, 7).stream()
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

        assertThat(old().names()).containsExactly("LOCK", "batch-manager.json");
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
        String misfits = KEPT.replace(OldCache.row(3), OldCache.row(3).replace("\"id\": 3", "\"id\": \"three\""))
                .replace(OldCache.row(5), "[5]");
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
                OldCache.step("read", true, IntStream.range(0, 2)),
                OldCache.step("keep-even", false, IntStream.range(0, 2)),
                OldCache.step("retitled", true, IntStream.range(0, 2)),
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

    private List<Path> parts(String step) throws IOException {
        try (Stream<Path> all = Files.walk(cache().resolve(step))) {
            return all.filter(path -> path.getFileName().toString().startsWith("0000"))
                    .toList();
        }
    }
}
