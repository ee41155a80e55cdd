package dev.batchwright.shard.parquet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a nested column, with all that is needed to tell from the levels what is there. */
sealed interface ReadNode {

    /** The definition level from which on the place holds a value. */
    int definition();

    /** The columns of the file below the place. */
    List<LeafReader> leaves();

    default boolean isAbsent() {
        return !leaves().isEmpty() && leaves().get(0).definition() < definition();
    }

    /** Takes the entries that say that the place holds nothing. */
    default void takeAbsent() {
        for (LeafReader leaf : leaves()) {
            leaf.takeAbsent();
        }
    }

    /** A single value, or an array of primitives. */
    record Value(int definition, TypedReader reader, List<LeafReader> leaves) implements ReadNode {}

    /**
     * A record.
     *
     * @param children its components, null for those that the file lacks
     * @param present its one column if it has no components
     */
    record Fields(
            int definition,
            List<@Nullable ReadNode> children,
            @Nullable LeafReader present,
            List<LeafReader> leaves) implements ReadNode {}

    /** A list or a set, whose elements repeat at a level. */
    record Elements(int definition, int repetition, ReadNode element, List<LeafReader> leaves) implements ReadNode {}

    /** A map, whose entries repeat at a level. */
    record Entries(int definition, int repetition, ReadNode key, ReadNode value, List<LeafReader> leaves)
            implements ReadNode {}

    /** A value of a sealed interface, whose records have names. */
    record Variants(
            int definition, LeafReader kind, List<String> names, List<ReadNode> variants, List<LeafReader> leaves)
            implements ReadNode {

        int indexOf(String name) {
            return names.indexOf(name);
        }
    }
}
