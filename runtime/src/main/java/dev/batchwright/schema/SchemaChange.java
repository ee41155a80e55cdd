package dev.batchwright.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has changed between the schema that rows were stored under and the one that they are wanted in, and whether the rows can be read
 * all the same: where columns were added that may be null or are optionals, and where numbers became wider so that none loses
 * anything, anywhere in the row. Whatever else changed makes other rows.
 *
 * @param changes what has changed in a way that can be read, in words, such as {@code column index was int and is long}
 * @param obstacles why the rows cannot be read, in words; empty if they can
 * @param found how they are read, or null if they cannot be
 */
public record SchemaChange(
        List<String> changes,
        List<String> obstacles,
        @Nullable Evolution found) {

    /** Copies the lists. */
    public SchemaChange {
        changes = List.copyOf(changes);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Compares two schemas.
     *
     * @param stored the one that the rows were stored under
     * @param wanted the one that they are wanted in
     * @return what has changed
     */
    public static SchemaChange between(RecordType stored, RecordType wanted) {
        SchemaComparison comparison = new SchemaComparison();
        Evolution evolution = comparison.record("", stored, wanted);
        boolean isReadable = comparison.obstacles().isEmpty();
        return new SchemaChange(comparison.changes(), comparison.obstacles(), isReadable ? evolution : null);
    }

    /**
     * Whether the stored rows can be read as the wanted ones.
     *
     * @return true if nothing is in the way
     */
    public boolean isReadable() {
        return found != null;
    }

    /**
     * How the stored rows are read.
     *
     * @return how
     * @throws IllegalStateException if they cannot be
     */
    public Evolution evolution() {
        if (found == null) {
            throw new IllegalStateException("The rows cannot be read: " + String.join("; ", obstacles));
        }
        return found;
    }
}
