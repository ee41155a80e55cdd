package dev.batchwright.importer;

import static dev.batchwright.importer.MadeCache.built;
import static dev.batchwright.importer.MadeCache.map;
import static dev.batchwright.importer.MadeCache.output;
import static dev.batchwright.importer.MadeCache.rows;
import static dev.batchwright.importer.MadeCache.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps whose batches went to some of the following steps only, so that no file holds a tail of all rows. */
class RoutedBatchesTest {

    @TempDir
    private Path folder;

    /** Batches 0, 2 and 4 went to one step, 1 and 3 to the other; of 0 a row is consumed, 1 and the first rows of 3 are built. */
    @Test
    void areJoinedInTheOrderOfTheBatchesInL2() throws IOException {
        MadeCache cache = new MadeCache(folder.resolve("pipeline/signature"));
        manager(cache, "/batch_manager_step.json", map());
        stepFolder(cache, "one", List.of("batch_0_a.json", "batch_2_b.json", "batch_4_c.json"), List.of());
        stepFolder(cache, "other", List.of("batch_3_d.json"), List.of("batch_0_None.json"));
        cache.write(file("one/load/batch_0_a.json"), output("load", 0, 3, rows(2, 3)))
                .write(file("one/load/batch_2_b.json"), output("load", 2, 3, rows(7, 8, 9)))
                .write(file("one/load/batch_4_c.json"), output("load", 4, 2, rows(13, 14)))
                .write(file("one/load/batch_9_left.json"), output("load", 9, 2, rows(99, 99)))
                .write(file("other/load/batch_3_d.json"), output("load", 3, 3, rows(12)))
                .write(
                        file("other/built_batches/batch_0_None.json"),
                        built(
                                "other",
                                0,
                                Map.of("load", List.of(List.of(1, 3), List.of(3, 3))),
                                rows(4, 5, 6, 10, 11)));

        check(DistilabelLayout.L2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    }

    @Test
    void areJoinedInTheOrderOfTheBatchesInL1b() throws IOException {
        MadeCache cache = new MadeCache(folder.resolve("pipeline/signature"));
        Map<String, Object> sent = map(
                "other",
                built("other", 0, Map.of("load", List.of(List.of(1, 3), List.of(3, 3))), rows(4, 5, 6, 10, 11)));
        manager(cache, ".json", sent);
        stepFile(cache, "one", List.of(output("load", 0, 3, rows(2, 3)), output("load", 2, 3, rows(7, 8, 9))));
        stepFile(cache, "other", List.of(output("load", 3, 3, rows(12))));

        check(DistilabelLayout.L1B, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    }

    /** A batch may say that it was made of one whose rows it holds none of, and a step may be fed by several. */
    @Test
    void areFoundAmongTheRowsOfOtherSteps() throws IOException {
        MadeCache cache = new MadeCache(folder.resolve("pipeline/signature"));
        manager(cache, "/batch_manager_step.json", map());
        Map<String, List<List<Integer>>> sources = new LinkedHashMap<>();
        sources.put("elsewhere", List.of(List.of(0, 2)));
        sources.put("load", List.of(List.of(0, 3), List.of(1, 3), List.of(2, 3)));
        stepFolder(cache, "one", List.of(), List.of());
        stepFolder(cache, "other", List.of("batch_2_a.json"), List.of("batch_7_None.json"));
        cache.write(file("other/load/batch_2_a.json"), output("load", 2, 3, rows(7, 8, 9)))
                .write(
                        file("other/built_batches/batch_7_None.json"),
                        built("other", 7, sources, rows(-1, -2), rows(3, 4, 5, 6)));

        check(DistilabelLayout.L2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void areReportedWhereTheirPlaceIsNotKnown() throws IOException {
        MadeCache cache = new MadeCache(folder.resolve("pipeline/signature"));
        manager(cache, "/batch_manager_step.json", map());
        stepFolder(cache, "one", List.of(), List.of());
        stepFolder(cache, "other", List.of(), List.of("batch_7_None.json"));
        cache.write(
                file("other/built_batches/batch_7_None.json"),
                built("other", 7, Map.of("load", List.of(List.of(4, 2))), rows(1, 2, 3, 4)));

        ImportedRun run = Importer.open(folder).run();

        assertThat(Caches.rows(run, "load"))
                .extracting(row -> row.get("id").intValue())
                .containsExactly(3, 4);
        assertThat(run.problems())
                .containsExactly(ImportProblem.unattributed(
                        "pipeline/signature/batch_manager_steps/other/built_batches/batch_7_None.json",
                        2,
                        "what would tell the places of these rows is not known"));
    }

    /** Rows are counted backwards from those that wait, or from a later batch: without these any count would be wrong. */
    @Test
    void areNotCountedFromWhatIsLost() throws IOException {
        MadeCache cache = new MadeCache(folder.resolve("pipeline/signature"));
        manager(cache, "/batch_manager_step.json", map());
        stepFolder(cache, "one", List.of(), List.of("batch_3_None.json", "batch_4_None.json", "batch_5_None.json"));
        stepFolder(cache, "other", List.of("batch_2_a.json"), List.of("batch_0_None.json"));
        cache.write(builtFile("one", 3), built("one", 3, Map.of("load", List.of(List.of(0, 6))), rows(1, 2)))
                .write(builtFile("one", 5), built("one", 5, Map.of("load", List.of(List.of(0, 6))), rows(5, 6)))
                .write(builtFile("other", 0), built("other", 0, Map.of("load", List.of(List.of(2, 3))), rows(7)));

        ImportedRun run = Importer.open(folder).run();

        assertThat(Caches.rows(run, "load"))
                .extracting(row -> row.get("id").intValue())
                .containsExactly(5, 6);
        String steps = "pipeline/signature/batch_manager_steps/";
        assertThat(run.problems())
                .extracting(ImportProblem::kind, ImportProblem::path, ImportProblem::count)
                .containsExactlyInAnyOrder(
                        tuple(ImportProblem.Kind.MISSING, steps + "one/built_batches/batch_4_None.json", 1L),
                        tuple(ImportProblem.Kind.UNATTRIBUTED, steps + "one/built_batches/batch_3_None.json", 2L),
                        tuple(ImportProblem.Kind.MISSING, steps + "other/load/batch_2_a.json", 1L),
                        tuple(ImportProblem.Kind.UNATTRIBUTED, steps + "other/built_batches/batch_0_None.json", 1L));
    }

    private static String builtFile(String step, int number) {
        return file(step + "/built_batches/batch_" + number + "_None.json");
    }

    private void check(DistilabelLayout layout, Integer... ids) throws IOException {
        ImportedRun run = Importer.open(folder).run();

        assertThat(run.layout()).isEqualTo(layout);
        assertThat(Caches.rows(run, "load"))
                .extracting(row -> row.get("id").intValue())
                .containsExactly(ids);
        assertThat(run.problems()).isEmpty();
    }

    private static void manager(MadeCache cache, String ending, Map<String, Object> sent) throws IOException {
        Map<String, Object> last = output("load", 4, 2, rows(13, 14));
        if (ending.startsWith("/")) {
            last.remove("data");
        }
        cache.write(
                "batch_manager.json",
                map(
                        "steps",
                        map("one", stored("one" + ending), "other", stored("other" + ending)),
                        "last_batch_received",
                        map("load", last, "one", null, "other", null),
                        "last_batch_sent",
                        sent));
    }

    private static void stepFolder(MadeCache cache, String step, List<String> waiting, List<String> built)
            throws IOException {
        cache.write(
                file(step + "/batch_manager_step.json"),
                map(
                        "data",
                        map(
                                "load",
                                waiting.stream()
                                        .map(name -> stored(step + "/load/" + name))
                                        .toList()),
                        "built_batches",
                        built.stream()
                                .map(name -> stored(step + "/built_batches/" + name))
                                .toList(),
                        "convergence_step",
                        false));
    }

    private static void stepFile(MadeCache cache, String step, List<?> waiting) throws IOException {
        cache.write(file(step + ".json"), map("data", map("load", waiting), "convergence_step", false));
    }

    private static String file(String name) {
        return "batch_manager_steps/" + name;
    }
}
