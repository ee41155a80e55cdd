package dev.batchwright.engine;

import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.QuarantineStore;
import dev.batchwright.cache.StepStore;

/**
 * An earlier output of a step, of which rows are taken over where they are good, while those that had been put aside are run again.
 *
 * @param rows the rows that it has
 * @param bad the rows that it has put aside
 */
record Basis(StepStore rows, QuarantineStore bad) {

    static Basis of(String step, String output, CacheDirectory cache) {
        StepStore rows = cache.steps().earlier(step, output);
        return new Basis(rows, cache.steps().earlierQuarantine(rows));
    }
}
