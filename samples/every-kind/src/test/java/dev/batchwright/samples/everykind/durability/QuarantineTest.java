package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.QuarantinedRow;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.engine.LocalEngine;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that steps cannot process are put aside, each alone, and nothing else is lost by them. */
class QuarantineTest {

    private static final int ROWS = 60;

    private static final List<String> STEPS = List.of("polish", "pick", "crush", "roast", "blend", "ship");

    @TempDir
    Path folder;

    private static Flaws flaws() {
        return new Flaws()
                .at("polish", 0L, 17L, 118L)
                .at("pick", 40L, 60L)
                .at("crush", 41L, 119L, 117L)
                .at("roast", 20L, 21L, 301L, 1160L)
                .at("blend", 51L, 52L, 110L, 1001L)
                .at("ship", 701L);
    }

    private static RunReport run(Journal journal, Flaws flaws, Shelf shelf, RunOptions options) {
        return new LocalEngine(new LocalCacheFiles(), journal::clock)
                .run(Inspection.runner(journal, flaws, shelf, ROWS).definition(), options);
    }

    private RunOptions options(int threads) {
        return options("cache", threads);
    }

    private RunOptions options(String cache, int threads) {
        return MillRun.options(folder.resolve(cache), threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyOtherRowGoesOnInItsPlace(int threads) {
        Shelf shelf = new Shelf();

        RunReport report = run(Journal.peaceful(), flaws(), shelf, options(threads));

        InspectedRows rows = InspectedRows.of(folder.resolve("cache"));
        assertThat(report.toString())
                .contains("roast has put aside 4 rows, kept with their errors under quarantine/roast");
        assertThat(rows).isEqualTo(InspectedRows.expected(ROWS, flaws(), shelf.batches()));
        assertThat(rows.bad().get("roast")).containsExactly(20L, 21L, 301L, 1160L);
        assertThat(rows.bad().get("ship")).hasSize(6).contains(701L);
        for (String name : STEPS) {
            StepReport step = report.step(name);
            assertThat(step.quarantined())
                    .as(name)
                    .isEqualTo(Objects.requireNonNull(rows.bad().get(name)).size());
            if (!name.equals("crush") && !name.equals("blend") && !name.equals("ship")) {
                assertThat(step.rowsIn()).as(name).isEqualTo(step.rowsOut() + step.filtered() + step.quarantined());
            }
        }
    }

    @Test
    void aRowThatWasPutAsideSaysWhereItWasAndWhatWentWrong() {
        run(Journal.peaceful(), flaws(), new Shelf(), options(1));

        try (Inspection_InspectingCache cache = Inspection_InspectingCache.open(folder.resolve("cache"))) {
            QuarantinedRow<Grain> bad =
                    cache.polishQuarantine().stream().toList().get(1);
            assertThat(bad.row()).isEqualTo(new Grain(17, 1, "labelled 17"));
            assertThat(bad.shard()).isZero();
            assertThat(bad.position()).isEqualTo(16); // one of the rows before it was left out by an earlier step
            assertThat(bad.rowsBefore()).isEqualTo(15); // and one was bad
            assertThat(bad.error()).isEqualTo("java.lang.IllegalStateException: polish cannot take 17");
            assertThat(bad.trace()).startsWith(bad.error()).contains("Inspection$Polish.map");
            assertThat(cache.roastQuarantine().stream()
                            .map(QuarantinedRow::batch)
                            .toList())
                    .startsWith(0L, 0L);
        }
    }

    @Test
    void otherToolsCountTheErrors() throws Exception {
        run(Journal.peaceful(), flaws(), new Shelf(), options(2));

        String files = folder.resolve("cache/quarantine/polish") + "/*/*.parquet";
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT error, count(*), min(\"row\".id) FROM '" + files + "' GROUP BY error ORDER BY 3")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("java.lang.IllegalStateException: polish cannot take 0");
            assertThat(found.getLong(2)).isEqualTo(1);
            assertThat(found.next()).isTrue();
            assertThat(found.getLong(3)).isEqualTo(17);
        }
    }

    @Test
    void asksNoRowAgainThatWasPutAside() {
        run(Journal.peaceful(), flaws(), new Shelf(), options(1));
        Journal again = Journal.peaceful();

        RunReport report = run(again, new Flaws(), new Shelf(), options(1));

        assertThat(again.calls()).isZero();
        assertThat(report.step("polish").quarantined()).isZero();
    }

    @Test
    void findsABadRowInAsManyHalvingsAsItTakes() {
        Journal peaceful = Journal.peaceful();
        run(peaceful, new Flaws(), new Shelf(), options("sound", 1));
        Journal journal = Journal.peaceful();

        run(journal, new Flaws().at("roast", 301L), new Shelf(), options(1));

        long halvings = 3; // of seven rows
        assertThat(journal.callsOf("roast") - peaceful.callsOf("roast")).isBetween(1L, 2 * halvings);
    }

    @ParameterizedTest
    @CsvSource({"1, 13", "2, 17"})
    void goesOnWhereItWasWhereverItDies(int threads, int stride) {
        Journal undisturbed = Journal.peaceful();
        Shelf whole = new Shelf();
        run(undisturbed, flaws(), whole, options("undisturbed", threads));
        InspectedRows expected = InspectedRows.of(folder.resolve("undisturbed"));
        for (int call = 1; call <= undisturbed.calls(); call += stride) {
            RunOptions options = options("dead-" + call, threads);
            Shelf shelf = new Shelf();
            Journal dying = Journal.failingAt(call);
            assertThatThrownBy(() -> run(dying, flaws(), shelf, options)).hasMessageContaining("the run dies here");
            Journal after = Journal.peaceful();

            run(after, flaws(), shelf, options);

            String when = "after death at call " + call;
            assertThat(InspectedRows.of(options.cache())).as(when).isEqualTo(expected);
            assertThat(shelf.batches()).as(when).isEqualTo(whole.batches());
            assertThat(dying.calls() + after.calls() - undisturbed.calls())
                    .as("calls made twice " + when)
                    .isLessThanOrEqualTo((long) threads * (MillRun.INTERVAL + 25));
        }
    }

    @Test
    void whatAnErrorOfTheProgramHitsIsNotBad() {
        Journal journal = Journal.doingAt(30, () -> {
            throw new LinkageError("a class is missing");
        });

        assertThatThrownBy(() -> run(journal, flaws(), new Shelf(), options(1)))
                .hasMessageContaining("a class is missing");
    }

    @Test
    void verifyFindsBadRowsThatAreGone() throws Exception {
        run(Journal.peaceful(), flaws(), new Shelf(), options(1));
        InspectedRows before = InspectedRows.of(folder.resolve("cache"));
        try (var all = Files.walk(folder.resolve("cache/quarantine/roast"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        try (Inspection_InspectingCache cache = Inspection_InspectingCache.open(folder.resolve("cache"))) {
            assertThat(cache.verify().toString())
                    .contains("rows that were put aside beside it")
                    .contains("are gone");
        }

        run(Journal.peaceful(), flaws(), new Shelf(), options(1).verify(true));

        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(before);
    }

    @Test
    void lostBadRowsAreFoundAgainWithThePartBesideThem() throws Exception {
        run(Journal.peaceful(), flaws(), new Shelf(), options(1));
        InspectedRows before = InspectedRows.of(folder.resolve("cache"));
        Path file;
        try (var all = Files.walk(folder.resolve("cache/quarantine/polish"))) {
            file = all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.write(file, new byte[] {1, 2, 3});
        Journal journal = Journal.peaceful();

        RunReport report = run(journal, flaws(), new Shelf(), options(1));

        assertThat(InspectedRows.of(folder.resolve("cache"))).isEqualTo(before);
        assertThat(journal.steps()).containsExactly("polish");
        assertThat(report.damage()).anyMatch(line -> line.contains("quarantine/polish/"));
    }
}
