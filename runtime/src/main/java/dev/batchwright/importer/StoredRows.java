package dev.batchwright.importer;

import java.util.List;

/** Finds the rows of steps in a run, in one way for each family of layouts. */
interface StoredRows {

    /**
     * The rows that a step put out and that the cache still holds, each once, in the order in which they were put out.
     *
     * @param step the step
     * @param problems takes what cannot be imported
     */
    List<Piece> of(ImportedStep step, Problems problems);

    /** Reports what belongs to no step. */
    default void reportOthers(Problems problems) {}
}
