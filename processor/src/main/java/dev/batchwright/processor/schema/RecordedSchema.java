package dev.batchwright.processor.schema;

import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.json.Json;
import dev.batchwright.processor.json.JsonReader;
import dev.batchwright.processor.json.MalformedJsonException;
import dev.batchwright.processor.model.RowModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The schema of a row as a file that is kept with the sources. */
public final class RecordedSchema {

    private static final long FORMAT_VERSION = 1;

    private final SchemaType.Structure columns;

    private RecordedSchema(SchemaType.Structure columns) {
        this.columns = columns;
    }

    /**
     * What a record has become.
     *
     * @param changes what has changed, in words, first what is in the way
     * @param isReadable whether rows that were stored before can still be read
     * @param place where the first change was made; empty where something is gone
     */
    public record Comparison(List<String> changes, boolean isReadable, Optional<Place> place) {}

    /** The text of a row's file. */
    public static String textOf(RowModel row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", FORMAT_VERSION);
        json.put("record", row.type().canonicalName());
        json.put("columns", SchemaJson.columns(SchemaOfShape.of(row.shape())));
        return Json.of(json);
    }

    /**
     * Reads a row's file.
     *
     * @throws MalformedSchemaException if it is none
     */
    public static RecordedSchema parse(String text) throws MalformedSchemaException {
        try {
            Map<String, Object> json = JsonReader.object(text);
            Object version = json.get("formatVersion");
            if (!Long.valueOf(FORMAT_VERSION).equals(version)) {
                throw new MalformedSchemaException("its formatVersion is " + version + " instead of " + FORMAT_VERSION);
            }
            return new RecordedSchema(SchemaJsonReader.columns(json.getOrDefault("columns", ""), ""));
        } catch (MalformedJsonException e) {
            throw new MalformedSchemaException(String.valueOf(e.getMessage()));
        }
    }

    /** Compares it with the record as it is. */
    public Comparison compare(RowModel row) {
        SchemaDifference difference = SchemaDifference.between(columns, SchemaOfShape.of(row.shape()));
        List<SchemaDifference.Change> all = Stream.concat(
                        difference.obstacles().stream(), difference.changes().stream())
                .toList();
        return new Comparison(
                all.stream().map(SchemaDifference.Change::text).toList(),
                difference.obstacles().isEmpty(),
                all.stream().findFirst().flatMap(SchemaDifference.Change::place));
    }
}
