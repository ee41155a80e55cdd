package dev.batchwright.shard.parquet;

import java.util.List;

/** A place in a nested column, with all that is needed to write the levels of what is put there. */
sealed interface WriteNode {

    /** The definition level at which the place holds a value. */
    int definition();

    /** The columns of the file below the place. */
    List<LeafWriter> leaves();

    /** Writes that the place is empty, in all columns below it. */
    default void writeNull() {
        writeAbsent(definition() - 1);
    }

    /** Writes that everything below ends at a level. */
    default void writeAbsent(int level) {
        for (LeafWriter leaf : leaves()) {
            leaf.writeAbsent(level);
        }
    }

    /** Says that what is written below next is a further element of a list. */
    default void repeatAt(int repetition) {
        for (LeafWriter leaf : leaves()) {
            leaf.repeatAt(repetition);
        }
    }

    /** A single value, or an array of primitives. */
    record Value(int definition, TypedWriter writer, List<LeafWriter> leaves) implements WriteNode {}

    /** A record; {@code present} has its one column if it has no components. */
    record Fields(int definition, List<WriteNode> children, List<LeafWriter> present, List<LeafWriter> leaves)
            implements WriteNode {}

    /** A list or a set, whose elements repeat at a level. */
    record Elements(int definition, int repetition, WriteNode element, List<LeafWriter> leaves) implements WriteNode {}

    /** A map, whose entries repeat at a level. */
    record Entries(int definition, int repetition, WriteNode key, WriteNode value, List<LeafWriter> leaves)
            implements WriteNode {}

    /** A value of a sealed interface. */
    record Variants(int definition, LeafWriter kind, List<WriteNode> variants, List<LeafWriter> leaves)
            implements WriteNode {}
}
