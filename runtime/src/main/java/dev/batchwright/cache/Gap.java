package dev.batchwright.cache;

import dev.batchwright.shard.PartFooter;
import org.jspecify.annotations.Nullable;

/**
 * A place in a shard where one part is missing.
 *
 * @param before the part before it, or null if it is the first one
 * @param after the part after it
 */
public record Gap(@Nullable PartFooter before, PartFooter after) {}
