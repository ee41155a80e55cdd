package dev.batchwright.samples.everykind.distilabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.batchwright.annotation.Row;
import dev.batchwright.importer.ImportedRows;
import dev.batchwright.importer.ImportedRun;
import dev.batchwright.importer.ImportedStep;
import dev.batchwright.importer.Importer;
import dev.batchwright.importer.UnmappedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypedRowsTest {

    /** Wants a number where the steps have text. */
    @Row
    record Misfit(long id, long text) {}

    /** Wants what is null in some rows. */
    @Row
    record Noted(long id, String note) {}

    @Row
    record Measured(double value, String text) {}

    @TempDir
    private Path folder;

    static Stream<String> caches() throws IOException {
        return Caches.names();
    }

    @ParameterizedTest
    @MethodSource("caches")
    void areWhatTheJsonSays(String name) throws IOException {
        ImportedRun run = Importer.open(Caches.FOLDER.resolve(name)).run();

        for (ImportedStep step : run.steps()) {
            ImportedRows<AnyRow> rows = run.rows(step.name(), AnyRowShardSerializer.INSTANCE);
            assertThat(all(rows)).as(step.name()).isEqualTo(Caches.expected(name, step.name()));
            assertThat(rows.unmappedCount()).isZero();
        }
    }

    @Test
    void areLeftOutWhereTheRecordDoesNotAcceptThem() throws IOException {
        ImportedRun run = Importer.open(Caches.FOLDER.resolve("L3-finished")).run();
        List<AnyRow> expected = Caches.expected("L3-finished", "load");

        ImportedRows<Noted> rows = run.rows("load", TypedRowsTest_NotedShardSerializer.INSTANCE);

        assertThat(all(rows).stream().map(Noted::id))
                .containsExactlyElementsOf(expected.stream()
                        .filter(row -> row.note() != null)
                        .map(AnyRow::id)
                        .toList());
        assertThat(rows.unmapped().stream().map(UnmappedRow::row))
                .containsExactlyElementsOf(expected.stream()
                        .filter(row -> row.note() == null)
                        .map(AnyRow::id)
                        .toList());
        assertThat(rows.unmapped().get(0)).isEqualTo(new UnmappedRow(1, "note", "expected text, found null"));
    }

    /** Python writes a bare NaN, and half of a surrogate pair, which no text has that can be stored. */
    @Test
    void holdWhatPythonWritesAsFarAsItCanBeStored() throws IOException {
        Path run = Files.createDirectory(folder.resolve("signature"));
        Files.writeString(run.resolve("batch_manager.json"), """
                {"steps": {"next": {"data": {"measure": [
                  {"value": NaN, "text": "a"},
                  {"value": -Infinity, "text": "b"},
                  {"value": 1, "text": "\\ud83d\\ude00"},
                  {"value": 1e400, "text": "c"},
                  {"value": 2, "text": "\\ud83d"}]}}},
                 "last_batch_received": {"measure": null, "next": null}}
                """);

        ImportedRows<Measured> rows =
                Importer.open(folder).run().rows("measure", TypedRowsTest_MeasuredShardSerializer.INSTANCE);

        assertThat(all(rows))
                .containsExactly(
                        new Measured(Double.NaN, "a"),
                        new Measured(Double.NEGATIVE_INFINITY, "b"),
                        new Measured(1, "\ud83d\ude00"));
        assertThat(rows.unmapped())
                .extracting(UnmappedRow::row, UnmappedRow::column)
                .containsExactly(tuple(3L, "value"), tuple(4L, "text"));
    }

    @Test
    void areCountedWhereNoneFits() throws IOException {
        long count = 0;
        ImportedRun run = Importer.open(Caches.FOLDER.resolve("L3-finished")).run();
        for (ImportedStep step : run.steps()) {
            ImportedRows<Misfit> rows = run.rows(step.name(), TypedRowsTest_MisfitShardSerializer.INSTANCE);
            assertThat(all(rows)).isEmpty();
            assertThat(rows.unmapped()).hasSize((int) rows.unmappedCount());
            assertThat(rows.unmapped().get(0).column()).isEqualTo("text");
            count += rows.unmappedCount();
        }
        assertThat(count).isEqualTo(41 + 37 + 37 + 41);
    }

    @Test
    void areListedUpToAHundredWhereMoreDoNotFit() throws IOException {
        Path run = Files.createDirectory(folder.resolve("signature"));
        String rows =
                IntStream.range(0, 250).mapToObj(id -> "{\"id\": " + id + "}").collect(Collectors.joining(", "));
        Files.writeString(
                run.resolve("batch_manager.json"),
                "{\"steps\": {\"next\": {\"data\": {\"note\": [" + rows
                        + "]}}}, \"last_batch_received\": {\"note\": null, \"next\": null}}");

        ImportedRows<Noted> noted =
                Importer.open(folder).run().rows("note", TypedRowsTest_NotedShardSerializer.INSTANCE);

        assertThat(all(noted)).isEmpty();
        assertThat(noted.unmappedCount()).isEqualTo(250);
        assertThat(noted.unmapped())
                .hasSize(100)
                .last()
                .extracting(UnmappedRow::row, UnmappedRow::column)
                .containsExactly(99L, "note");
    }

    private static <O> List<O> all(ImportedRows<O> rows) throws IOException {
        List<O> all = new ArrayList<>();
        try (rows) {
            for (O row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }
}
