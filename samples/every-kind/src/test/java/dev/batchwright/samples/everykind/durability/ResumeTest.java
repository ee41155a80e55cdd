package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.RunReport;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that die at any call, and the runs that go on after them. A second goes by for each call of a step, and nothing else. */
class ResumeTest {

    @TempDir
    Path folder;

    private Map<String, List<Grain>> expected;
    private Map<String, List<Grain>> expectedShelf;
    private Journal undisturbed;

    @BeforeEach
    void runUndisturbed() {
        undisturbed = Journal.peaceful();
        Shelf shelf = new Shelf();
        MillRun.run(undisturbed, shelf, folder.resolve("undisturbed"), 1);
        expected = MillRows.of(folder.resolve("undisturbed"));
        expectedShelf = shelf.batches();
    }

    private void assertRows(Path cache, String when) {
        Map<String, List<Grain>> rows = MillRows.of(cache);
        expected.forEach((step, wanted) ->
                assertThat(rows.get(step)).as("rows of %s %s", step, when).isEqualTo(wanted));
    }

    @Test
    void closesPartsByTheClock() {
        assertThat(undisturbed.calls()).isGreaterThan(1300);
        Journal journal = Journal.peaceful();
        RunReport report = MillRun.run(journal, new Shelf(), folder.resolve("again"), 1);

        assertThat(report.step("weigh").partsWritten())
                .isGreaterThanOrEqualTo(2L * report.step("weigh").shards());
    }

    @ParameterizedTest
    @CsvSource({"1, 53", "2, 71"})
    void goesOnWhereItWasWhereverItDies(int threads, int stride) {
        for (int call = 1 + new Random().nextInt(stride); call <= undisturbed.calls(); call += stride) {
            Path cache = folder.resolve("dead-" + call);
            Shelf shelf = new Shelf();
            Journal dying = Journal.failingAt(call);
            assertThatThrownBy(() -> MillRun.run(dying, shelf, cache, threads))
                    .hasMessageContaining("the run dies here");
            Journal after = Journal.peaceful();

            MillRun.run(after, shelf, cache, threads);

            assertRows(cache, "after death at call " + call);
            assertThat(shelf.batches())
                    .as("batches after death at call %s", call)
                    .isEqualTo(expectedShelf);
            assertThat(MillRun.madeTwice(undisturbed, List.of(dying, after)))
                    .as("calls that were made twice after death at call %s", call)
                    .isLessThanOrEqualTo((long) threads * (MillRun.INTERVAL + MillRun.SLACK));
        }
    }

    @Test
    void goesOnHoweverOftenItDies() {
        Path cache = folder.resolve("often");
        Shelf shelf = new Shelf();
        List<Journal> journals = new ArrayList<>();
        boolean died = true;
        while (died) {
            Journal journal = Journal.failingAt(150);
            journals.add(journal);
            try {
                MillRun.run(journal, shelf, cache, 1);
                died = false;
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("the run dies here");
            }
        }

        assertRows(cache, "after many deaths");
        assertThat(shelf.batches()).isEqualTo(expectedShelf);
        assertThat(journals).hasSizeGreaterThan(8);
        assertThat(MillRun.madeTwice(undisturbed, journals))
                .isLessThanOrEqualTo((long) journals.size() * (MillRun.INTERVAL + MillRun.SLACK));
    }
}
