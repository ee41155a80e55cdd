package dev.batchwright.samples.everykind.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of all kinds do the same in a process of their own as in that of the run. */
class IsolatedKindsTest {

    private static final long ROWS = 200;

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        Children.assertGone();
    }

    private RunOptions options(String cache, int threads) {
        return RunOptions.cacheAt(folder.resolve(cache))
                .threads(threads)
                .shardRows(60)
                .progress(RunOptions.Progress.OFF);
    }

    private RunReport runApart(int threads) throws IOException {
        return ApartRunner.builder()
                .parcels(new Parcels(ROWS))
                .deliver(new Apart.Deliver(
                        Files.createDirectory(folder.resolve("delivered-apart")).toFile()))
                .build()
                .run(options("apart", threads));
    }

    private RunReport runHere() throws IOException {
        return HereRunner.builder()
                .parcels(new Parcels(ROWS))
                .deliver(new Here.Deliver(Files.createDirectory(folder.resolve("delivered-here"))))
                .build()
                .run(options("here", 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void makesTheSameRowsInProcessesOfItsOwn(int threads) throws IOException {
        runHere();
        runApart(threads);

        try (HereCache here = HereCache.open(folder.resolve("here"));
                ApartCache apart = ApartCache.open(folder.resolve("apart"))) {
            assertThat(apart.relabel()).hasSize((int) ROWS).containsExactlyElementsOf(here.relabel());
            assertThat(apart.sort()).hasSizeLessThan((int) ROWS).containsExactlyElementsOf(here.sort());
            assertThat(apart.copy()).isNotEmpty().containsExactlyElementsOf(here.copy());
            assertThat(apart.weigh()).isNotEmpty().containsExactlyElementsOf(here.weigh());
            assertThat(apart.enumerate()).isNotEmpty().containsExactlyElementsOf(here.enumerate());
        }
        assertThat(delivered("delivered-apart")).hasSizeGreaterThan(4).isEqualTo(delivered("delivered-here"));
    }

    @Test
    void reportsTheSame() throws IOException {
        List<StepReport> here = runHere().steps();
        List<StepReport> apart = runApart(1).steps();

        for (int i = 0; i < here.size(); i++) {
            assertThat(apart.get(i))
                    .usingRecursiveComparison()
                    .comparingOnlyFields(
                            "step",
                            "rowsIn",
                            "rowsOut",
                            "filtered",
                            "quarantined",
                            "retried",
                            "childRestarts",
                            "calls",
                            "shards")
                    .isEqualTo(here.get(i));
        }
    }

    @Test
    void sendsRowsWhileItMakesThem() {
        int copies = 100;
        int length = 1 << 20;

        Depot_UnpackingRunner.builder()
                .parcels(new Parcels(1))
                .unpack(new Depot.Unpack(copies, length))
                .build()
                .run(options("unpacked", 1));

        try (Depot_UnpackingCache cache = Depot_UnpackingCache.open(folder.resolve("unpacked"))) {
            assertThat(cache.unpack().stream().mapToInt(row -> row.label().length()))
                    .hasSize(copies)
                    .containsOnly(length);
        }
    }

    private Map<String, String> delivered(String name) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
