package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.BatchId;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import dev.batchwright.samples.everykind.engine.Shop.Stock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunTest {

    @TempDir
    Path folder;

    private final Probe probe = new Probe();
    private final Map<BatchId, List<Stock>> shipped = new ConcurrentHashMap<>();

    @BeforeEach
    void runOnce() {
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0).run(Shop.options(folder));
    }

    private RunReport runAgain(int dropped, int bonus) {
        return Shop.runner(probe, shipped, dropped, bonus).run(Shop.options(folder));
    }

    @Test
    void reusesEveryShardWhereNothingChanged() {
        RunReport report = runAgain(3, 0);

        assertThat(report.steps()).allSatisfy(step -> {
            assertThat(step.shardsReused()).isEqualTo(step.shards()).isPositive();
            assertThat(step.calls()).isZero();
            assertThat(step.why()).isEqualTo("unchanged");
        });
        assertThat(shipped).isEmpty();
        assertThat(probe.countOf("read-lines")).isZero();
    }

    @Test
    void keepsItsCutWhateverTheOptionsSayLater() {
        RunReport report = Shop.runner(probe, shipped, 3, 0)
                .run(Shop.options(folder).shardRows(7).keyedShards(9).threads(1));

        assertThat(report.steps()).allSatisfy(step -> assertThat(step.calls()).isZero());
    }

    @Test
    void recomputesExactlyWhatFollowsFromAChangedConfiguration() {
        RunReport report = runAgain(3, 10);

        assertThat(report.steps().stream().filter(step -> step.calls() > 0).map(StepReport::step))
                .containsExactlyInAnyOrder("measure", "copy", "compare", "take-stock", "sum", "ship");
        assertThat(report.step("measure").why()).isEqualTo("changed: config bonus");
        assertThat(report.step("compare").why()).isEqualTo("changed: step measure");
        assertThat(report.step("split-words").rowsLoaded()).isPositive();
        assertThat(probe.countOf("split-words")).isZero();
    }

    @Test
    void recomputesOnlyOneBranchWhereOnlyThatChanged() {
        RunReport report = runAgain(4, 0);

        assertThat(report.step("dictate").calls()).isZero();
        assertThat(report.step("drop-multiples").rowsIn()).isEqualTo(1000);
        assertThat(report.step("split-words").why()).isEqualTo("changed: step drop-multiples");
    }

    @Test
    void recomputesOnlyALostShard() throws IOException {
        Map<String, String> before = CacheContents.parts(folder);
        Files.delete(CacheContents.part(folder, "measure", "00004.000"));

        RunReport report = runAgain(3, 0);

        assertThat(CacheContents.parts(folder)).isEqualTo(before);
        assertThat(report.step("measure").shards() - report.step("measure").shardsReused())
                .isEqualTo(1);
        assertThat(report.steps().stream().filter(step -> step.calls() > 0).map(StepReport::step))
                .containsExactly("measure");
        assertThat(report.step("measure").why()).contains("1 of").contains("had to be made");
    }

    @Test
    void recomputesAShardWhosePartWasCutShort() throws IOException {
        Map<String, String> before = CacheContents.parts(folder);
        Path part = CacheContents.part(folder, "split-words", "00002.000");
        byte[] bytes = Files.readAllBytes(part);
        Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));

        RunReport report = runAgain(3, 0);

        assertThat(CacheContents.parts(folder)).isEqualTo(before);
        assertThat(report.step("split-words").shards()
                        - report.step("split-words").shardsReused())
                .isEqualTo(1);
        assertThat(report.step("measure").calls()).isZero();
    }

    @Test
    void doesNotTakeAPartThatWasMovedFromElsewhere() throws IOException {
        Map<String, String> before = CacheContents.parts(folder);
        Path part = CacheContents.part(folder, "split-words", "00002.000");
        Files.write(part, Files.readAllBytes(CacheContents.part(folder, "split-words", "00003.000")));

        runAgain(3, 0);

        assertThat(CacheContents.parts(folder)).isEqualTo(before);
    }

    @Test
    void removesTemporariesOfAttemptsThatWereKilled() throws IOException {
        Path part = CacheContents.part(folder, "measure", "00004.000");
        Files.move(part, part.resolveSibling(part.getFileName() + ".tmp-0a1b2c3d"));

        runAgain(3, 0);

        assertThat(CacheContents.temporaries(folder)).isZero();
        assertThat(part).exists();
    }

    @Test
    void worksOnACacheThatWasMoved() throws IOException {
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);

        RunReport report = Shop.runner(probe, shipped, 3, 0).run(Shop.options(moved));

        assertThat(report.steps()).allSatisfy(step -> assertThat(step.calls()).isZero());
        Files.move(moved, folder);
    }
}
