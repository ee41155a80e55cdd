/**
 * How the format and the compression of a step's rows are found by trying: the candidates, the trial and its score. Knows formats;
 * knows neither steps nor caches.
 */
@NullMarked
package dev.batchwright.shard.choice;

import org.jspecify.annotations.NullMarked;
