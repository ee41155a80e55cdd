package dev.batchwright.processor;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.schema.MalformedSchemaException;
import dev.batchwright.processor.schema.RecordedSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.tools.Diagnostic;

/** The files with the schemas of rows: written where there is none, followed where rows have grown, and defended otherwise. */
final class SchemaFiles {

    private final FolderWriter writer;
    private final Diagnostic.Kind ofObstacles;
    private final boolean mayWrite;

    SchemaFiles(FolderWriter writer, Diagnostic.Kind ofObstacles, boolean mayWrite) {
        this.writer = writer;
        this.ofObstacles = ofObstacles;
        this.mayWrite = mayWrite;
    }

    /** Compares a row with its file; {@code users} are the steps that take or make the row. */
    void compare(RowModel row, Set<String> users, Problems problems) {
        String name = row.type().canonicalName() + ".json";
        Path file = writer.folder().resolve(name);
        if (Files.notExists(file)) {
            write(name, row, problems);
            return;
        }
        try {
            RecordedSchema recorded = RecordedSchema.parse(Files.readString(file, StandardCharsets.UTF_8));
            RecordedSchema.Comparison comparison = recorded.compare(row);
            report(comparison, row, users, file, problems);
            if (comparison.isReadable() && !comparison.changes().isEmpty()) {
                write(name, row, problems);
            }
        } catch (IOException | MalformedSchemaException e) {
            String reason = e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
            problems.report(
                    Message.SCHEMA_FILE_INVALID, row.place(), file, row.type().simpleName(), reason);
        }
    }

    private void write(String name, RowModel row, Problems problems) {
        if (mayWrite) {
            writer.write(name, RecordedSchema.textOf(row), row.place(), problems);
        }
    }

    private void report(
            RecordedSchema.Comparison comparison, RowModel row, Set<String> users, Path file, Problems problems) {
        if (comparison.changes().isEmpty()) {
            return;
        }
        String changes = String.join("; ", comparison.changes());
        String record = row.type().simpleName();
        if (comparison.isReadable()) {
            problems.report(
                    Message.SCHEMA_GROWN, comparison.place().orElse(row.place()), record, changes, kept(users), file);
        } else {
            problems.reportAs(
                    ofObstacles,
                    Message.SCHEMA_CHANGED,
                    comparison.place().orElse(row.place()),
                    record,
                    changes,
                    again(users),
                    file,
                    record);
        }
    }

    private static String kept(Set<String> users) {
        return users.isEmpty()
                ? ""
                : " The next run makes the rows of " + String.join(", ", users)
                        + " and of the steps after them anew, unless it is told to keep them with RunOptions.evolveRows(true).";
    }

    private static String again(Set<String> users) {
        return users.isEmpty()
                ? ""
                : " " + String.join(", ", users)
                        + (users.size() == 1 ? " takes or makes them and runs" : " take or make them and run")
                        + " again, and so do the steps after " + (users.size() == 1 ? "it." : "them.");
    }
}
